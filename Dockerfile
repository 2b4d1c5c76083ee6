# Kamerarchief in a container: the same image serves an archive and builds it.  deploy/compose.yml puts it to work.
FROM python:3.12-slim-bookworm AS build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY ingest ingest
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e .

FROM python:3.12-slim-bookworm
WORKDIR /app
COPY --from=build /app /app
COPY metadata.yml ./
COPY plugins plugins
COPY templates templates
COPY static static
# Compiled here: the file system is read-only later.
RUN .venv/bin/python -m compileall -q ingest plugins
# A volume put here for the first time belongs to who runs this.
RUN install -d -o 10001 -g 10001 /data
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1
USER 10001:10001
EXPOSE 8001
HEALTHCHECK --interval=10s --timeout=5s --start-period=5m \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8001/-/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["kamerarchief", "serve", "/data/archive.db", "--host", "0.0.0.0", "--port", "8001", "--workers", "2"]
