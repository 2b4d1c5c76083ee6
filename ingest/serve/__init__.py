"""An archive → Datasette, read-only, kept up while the archive is replaced.

instance   how Datasette serves an archive
server     one process that serves one archive
supervise  keeps an archive served, also when it is replaced
"""
