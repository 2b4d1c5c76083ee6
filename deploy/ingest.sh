#!/bin/sh
# Bring the archive up to date: `ingest.sh once`, or `ingest.sh hourly` for ever.  PAPERS and ARCHIVE can be set.
#
# The archive is replaced as a whole or not at all, so this can be stopped at any moment; what serves it notices.
set -u
papers=${PAPERS:-/papers}
archive=${ARCHIVE:-/data/archive.db}

# Stopped while it reads, it ends when that is done; stopped while it waits, at once.
waiting=
trap '[ -z "$waiting" ] || kill "$waiting"; exit 0' TERM INT

# Status 1 says that some papers could not be read; the others are in.
kamerarchief ingest "$archive" "$papers" --prune
status=$?
[ "${1:-once}" = hourly ] || exit "$status"

while true; do
    # In the background, so that a signal ends the wait.
    sleep "${EVERY:-3600}" &
    waiting=$!
    wait "$waiting"
    waiting=
    kamerarchief ingest "$archive" "$papers" --prune
done
