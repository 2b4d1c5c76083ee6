"""What stands between visitors and the archive.

Each module imports only from those above it.

    limits       what a connection to the archive may do, and how much a query may give
    addresses    requests → which are refused, which lane each runs in, who may keep the answer
    lanes        threads for queries, so that nobody waits for heavy ones of others
    refusals     how "no" is said to a person and to a program
    caching      what proxies and browsers may keep, and how they learn of a new archive
"""
