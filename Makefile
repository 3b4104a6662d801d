# communique: type `make`. All paths are relative, and no text of content/ is named here: the tool itself
# knows what is out of date.

PYTHON ?= python3
export PYTHON

RUN := .venv/bin/python -m
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := all

##@ For everybody
.PHONY: all
all: ready  ## set everything up and build every paper of content/
	@$(RUN) communique build

.PHONY: check
check: ready  ## read content/ and say what is wrong or missing
	@$(RUN) communique check

.PHONY: clean
clean:  ## remove what was made; .venv stays
	@if [ -f .venv/.ready ]; then $(RUN) communique clean; fi
	@rm -rf dist .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis

.PHONY: help
help:  ## this list
	@awk -F ':.*## ' '/^##@/ { print substr($$0, 5) } /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

##@ For those who change communique
.PHONY: test
test: equipped lint  ## set everything up, lint, run all tests
	@$(RUN) pytest

.PHONY: lint
lint: ready  ## format, rules, types, and which folder may import which
	@$(RUN) ruff format --check --quiet
	@$(RUN) ruff check --quiet
	@$(RUN) mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo > .venv/imports.txt || { cat .venv/imports.txt; exit 1; }

.PHONY: accept
accept: equipped  ## renew what the tests expect, to be read in git diff
	@$(RUN) pytest --accept

.PHONY: soak
soak: equipped  ## the long runs: random kills, big loads
	@$(RUN) pytest -m soak --hypothesis-profile=soak

.PHONY: bench
bench: equipped peers  ## what waiting, trust, packs ... cost beside others, as ratios within one run
	@for measure in $(MEASURES); do .venv/bin/python "benchmarks/$$measure.py" || exit 1; done
	@.venv/bin/python benchmarks/table.py

MEASURES := cold waiting packs preview trust finishing word fidelity growth cluster


.PHONY: docs
docs: equipped all  ## renew the pictures and the pages that are made from the code
	@.venv/bin/python scripts/write_diagnostics.py
	@.venv/bin/python docs/pictures.py
	@.venv/bin/python docs/preview_pictures.py
	@.venv/bin/python docs/css_to_word.py
	@.venv/bin/python docs/look_pictures.py
	@.venv/bin/python docs/template_names.py
	@.venv/bin/python docs/reference.py

.PHONY: lock
lock: ready  ## renew requirements.lock from pyproject.toml (UPGRADE=--upgrade: newer versions)
	@$(RUN) uv pip compile pyproject.toml --output-file requirements.lock --quiet --no-config \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--group install --group test --group lint --group lock \
		--custom-compile-command "make lock" $(UPGRADE)

# --- set-up: what each needs ----------------------------------------------------------------------
.PHONY: ready equipped peers
ready:
	@sh scripts/set-up build
equipped:
	@sh scripts/set-up test
peers:
	@sh scripts/set-up peers
