# Kamerarchief.  `make help` explains the targets.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8001
ARCHIVE ?= data/archive.db
DOCUMENTS ?= data/documents
EXPORTS ?= data/exports
SAMPLES ?=
PAPERS ?= 2000
PAGES ?= 2000
SOURCES ?= $(DOCUMENTS)
SECONDS ?= 600

BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help serve db export check test test-processes test-browser lint format docs score diff bench score-references faults fuzz lock clean

help:  ## List the targets
	@echo "Kamerarchief: papers of the Dutch parliament as questions, answers and citations in one SQLite file."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  HOST=, PORT= (serve), DOCUMENTS= (your own folder), ARCHIVE= (the file to make), EXPORTS=, PYTHON= (3.11 to 3.13)"

serve: db  ## Install, build the archive and serve it at http://127.0.0.1:8001/
	@$(BIN)/kamerarchief serve $(ARCHIVE) --host $(HOST) --port $(PORT)

db: .venv/installed  ## Install and build the archive from data/documents
	@$(BIN)/kamerarchief ingest $(ARCHIVE) $(DOCUMENTS) --prune

export: db  ## Write every table and view as CSV, NDJSON and Parquet into data/exports
	@$(BIN)/kamerarchief export $(ARCHIVE) $(EXPORTS)

check: db  ## Check that the archive keeps its promises
	@$(BIN)/kamerarchief check $(ARCHIVE)

test: .venv/installed-dev  ## Run the tests, on all cores
	$(BIN)/python -m pytest --numprocesses auto

test-processes: .venv/installed-dev  ## Run the tests that start and kill servers, clusters and readers
	$(BIN)/python -m pytest -m processes

test-browser: .venv/installed-dev  ## Run the tests in a browser (needs Chromium)
	$(BIN)/python -m pytest -m browser tests/browser

lint: .venv/installed-dev  ## Check style, types and generated documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/cog --check README.md metadata.yml

format: .venv/installed-dev  ## Put the code into the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/installed-dev  ## Write the schema into README.md and metadata.yml anew
	$(BIN)/cog -r README.md metadata.yml

score: .venv/installed-dev  ## Compare the reading with a folder of papers and gold readings: make score SAMPLES=folder
	@$(BIN)/python -m bench.score $(SAMPLES)

diff: .venv/installed-dev  ## Show what the working tree reads otherwise than the last commit: make diff SOURCES=folder
	@$(BIN)/python -m bench.diff $(SOURCES)

score-references: .venv/installed-dev  ## Precision and recall of citations, by kind, on the project's own sentences
	@$(BIN)/python tests/score_references.py

bench: .venv/installed-dev  ## Measure reading, builds and pages; writes bench/RESULTS.md (PAPERS=100000 PAGES=300000: hours)
	@$(BIN)/python -m bench.reading
	@$(BIN)/python -m bench.references
	@$(BIN)/python -m bench.results --papers $(PAPERS) --pages $(PAGES)

faults: .venv/installed-dev  ## Kill runs at 200 moments, fill the disk, write twice, change files: is the archive whole?
	@$(BIN)/python -m bench.faults

fuzz: .venv/installed-dev  ## Fuzz each reader and the parser for ten minutes, or SECONDS=; finds become tests
	@$(INSTALL) 'atheris>=3'
	@$(BIN)/python tests/fuzz.py --seconds $(SECONDS)

lock: .venv/python  ## Lock the versions of all packages anew
	@$(INSTALL) uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra build --extra ocr --extra dask --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:  ## Remove what was installed and built
	rm -rf .venv data/archive.db data/.archive.db.* data/exports data/.exports.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .fuzz *.egg-info

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Python 3.11 to 3.13 is needed, this is " + sys.version.split()[0] + "; say which: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/python requirements.txt pyproject.toml
	@echo "Installing into .venv ..."
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@echo "Installing what the tests need into .venv ..."
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@
