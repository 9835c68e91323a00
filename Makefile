# Two commands do all the set-up on a fresh machine: `make clean-corpus` and `make test`.
# Only python3 (3.11 or newer), make and a package registry are assumed.

RAW     ?= raw
CLEAN   ?= clean
REPORTS ?= reports
WORKERS ?= 0
PYTHON  ?= python3

BIN  := .venv/bin
RUN  := .venv/.run-installed
DEV  := .venv/.dev-installed
PIP  := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS := "$(RAW)" --clean "$(CLEAN)" --reports "$(REPORTS)" --workers $(WORKERS)

.PHONY: clean-corpus test check audit chromium lock help
.DELETE_ON_ERROR:

clean-corpus: $(RUN)  ## clean RAW (default raw/) into CLEAN and REPORTS
	@$(BIN)/clean-corpus run $(ARGS)

audit: $(RUN)  ## prove the promises on what lies in CLEAN and REPORTS
	@$(BIN)/clean-corpus audit $(ARGS)

test: clean-corpus $(DEV) chromium  ## the main job, then all tests
	$(BIN)/python -m pytest -n 2

check: $(DEV)  ## format, lint, strict types, import contracts
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/ruff check pipeline tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

chromium:  # the browser tests use the system's browser; without one they skip and say so
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	     && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	|| echo "no chromium, and no way to install it: browser tests will be skipped"

lock: $(DEV)  ## pin the newest versions that fit, with hashes
	$(BIN)/python -m pip --disable-pip-version-check --quiet install uv
	for extra in run dev; do \
	  $(BIN)/uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-annotate --quiet \
	    $$( [ $$extra = dev ] && echo --extra dev ) --output-file requirements/$$extra.txt; \
	done

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "clean-corpus needs Python 3.11 or newer; name one with PYTHON=..."; exit 2; }
	@echo "setting up .venv"
	@$(PYTHON) -m venv .venv

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements/dev.txt $(RUN) | $(BIN)/python
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16
