# Two commands matter: `make demo` and `make test`. Everything lives in .venv; nothing is installed system-wide but the
# Debian packages that tests need, and those only where this may be done (root).
# PYTHON=python3.13 chooses the interpreter (3.11 to 3.13); JOBS=4 how many test processes; SERVE=0 stops before serving.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
PYTHON ?=
JOBS ?= 2
SERVE ?= 1
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo run test check fix docs procedures bench lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

.venv/.runtime: requirements.lock pyproject.toml scripts/install.sh
	@scripts/install.sh requirements.lock "$(PYTHON)"
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml scripts/install.sh
	@scripts/install.sh requirements-dev.lock "$(PYTHON)"
	@touch $@ .venv/.runtime

demo: .venv/.runtime ## a demonstration place with a year of work, on http://127.0.0.1:8000
	@$(BIN)/python manage.py migrate --no-input -v 0
	@$(BIN)/yifa demo $(if $(filter 0,$(SERVE)),--no-serve,--serve)

run: .venv/.runtime ## serve what is in the database now
	@$(BIN)/python manage.py migrate --no-input -v 0
	@$(BIN)/python manage.py runserver 127.0.0.1:8000

# A file stays with one process: what it builds for all its tests (the demonstration county) is built once.
test: .venv/.dev ## the whole suite, on SQLite and on a real PostgreSQL, with Chromium
	@scripts/system_packages.sh
	@echo "== SQLite：全部测试"
	@YIFA_TEST_DATABASE=sqlite $(BIN)/pytest -n $(JOBS) --dist loadfile -q --durations=15 --durations-min=3
	@echo "== PostgreSQL：数据测试"
	@YIFA_TEST_DATABASE=postgres $(BIN)/pytest -n $(JOBS) -q -m data --durations=5 --durations-min=3

check: .venv/.dev ## style, types, layers, declarations, migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python manage.py check --fail-level WARNING
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/yifa procedures lock --check
	@$(BIN)/yifa procedures docs --check
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy

fix: .venv/.dev ## put style in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: .venv/.dev ## write the generated reference pages anew
	@$(BIN)/yifa procedures docs

procedures: .venv/.dev ## write the snapshot of all declarations; review it and commit it with the change
	@$(BIN)/yifa procedures lock

bench: .venv/.dev ## measure, side by side in one run
	@$(BIN)/python -m bench

lock: .venv/.dev ## pin the dependencies of pyproject.toml anew
	@scripts/lock.sh

clean: ## remove the environment and what tests left; never the data in var/
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
