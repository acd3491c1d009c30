# Nothing but Python and make is needed. `make` alone lists what there is.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := -m pip install -qq --disable-pip-version-check
JOBS   ?= auto
ARGS   ?=

export PYTHON

.PHONY: help demo test test-all test-others test-oldest coverage check lint types docs format bench \
        news clean distclean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(VENV)/.run ## a short tour
	@$(BIN)/python -m caremsg.demo

test: $(VENV)/.dev ## all tests
	@$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

test-all: test test-others ## all tests, on every interpreter that is found

test-others: $(VENV)/.dev ## all tests, on every interpreter but the usual one
	@failed=; for version in $$(.ci/pythons others $(BIN)/python); do \
	    echo "Python $$version"; python=$$(.ci/pythons others $(BIN)/python $$version); \
	    $(MAKE) --no-print-directory VENV=build/python$$version PYTHON="$$python" test \
	        || failed="$$failed $$version"; \
	done; if [ -n "$$failed" ]; then echo "failed on Python$$failed" >&2; exit 1; fi

test-oldest: ## all tests, with the oldest versions that the bounds allow
	@$(MAKE) --no-print-directory VENV=build/oldest PIP="$(PIP) --constraint tests/oldest.txt" test

coverage: $(VENV)/.dev ## which lines and branches the tests do not reach
	@$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term $(ARGS)

check: lint types docs ## lint, types, docs

lint: $(VENV)/.dev ## ruff, and whether the news can be put together
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/towncrier build --draft --version next >build/news.md

types: $(VENV)/.dev ## mypy and pyright, both strict
	@$(BIN)/mypy
	@$(BIN)/pyright --pythonpath $(BIN)/python

docs: $(VENV)/.dev ## the documentation, warnings are errors
	@$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo docs/_build/html/index.html

format: $(VENV)/.dev ## let ruff put the code in order
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: ## how fast, as ratios against named peers
	@$(MAKE) --no-print-directory VENV=bench/_cache/venv bench/_cache/venv/.bench
	@bench/_cache/venv/bin/python -m bench $(ARGS)

news: $(VENV)/.dev ## what the next entry of the changelog would say
	@$(BIN)/towncrier build --draft --version next

clean: ## remove what was made, except the virtual environment
	@rm -rf build dist docs/_build .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -path ./$(VENV) -prune -o -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove the virtual environment too
	@rm -rf $(VENV)

# --- the virtual environment: made once, filled again when pyproject.toml changes ------------------

$(BIN)/python:
	@python=$$(.ci/pythons) && "$$python" -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(BIN)/python
	@$(BIN)/python $(PIP) -e '.[cli,ledger]'
	@touch $@

$(VENV)/.bench: bench/requirements.txt $(VENV)/.run
	@$(BIN)/python $(PIP) -r bench/requirements.txt
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@$(BIN)/python $(PIP) -e '.[dev]'
	@mkdir -p build
	@touch $(VENV)/.run $@
