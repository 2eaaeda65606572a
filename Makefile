# Every command of the project; `make help` lists them, docs/settings.md says more. A command that
# needs an environment makes it first, from the lock: every package with its version and its hashes.
PYTHON ?= python3
PORT ?= 8501
UPGRADE ?=

TOOLS := .venv-test/bin
INSTALL := -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(TOOLS)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --python-platform x86_64-manylinux_2_28 --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help run check style types rooms facts sql test lock hooks bench

help: ## say what each command does
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS='	' read -r name words; do printf 'make %-7s %s\n' "$$name" "$$words"; done

run: .venv/ready ## build the first release if there is none, open the dashboard (PORT=8501)
	-.venv/bin/python -m app.release build
	@echo "http://localhost:$(PORT)"
	.venv/bin/streamlit run dashboard.py --server.port $(PORT) --server.headless false --server.showEmailPrompt false --logger.hideWelcomeMessage true

check: .venv-test/ready ## what can be told in seconds: style, types, rooms, facts
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target facts types style rooms

style: .venv-test/ready ## ruff and prettier: faults of style, and whether everything is formatted
	$(TOOLS)/ruff check .
	$(TOOLS)/ruff format --check --quiet .
	$(TOOLS)/npm run --silent style

types: .venv-test/ready ## mypy and tsc: the types of app/, of what Python and of what the browser runs
	$(TOOLS)/npm run --silent types
	$(TOOLS)/mypy

rooms: .venv-test/ready ## whether imports point one way, and each library is used where it belongs
	$(TOOLS)/python -m pytest -q tests/test_imports_point_one_way.py

facts: .venv-test/ready ## whether facts, words, cards and queries can become a release
	$(TOOLS)/python -m app.release check --quick

sql: .venv-test/ready ## sqlfluff: the style of every question
	$(TOOLS)/sqlfluff lint --processes 0 queries

test: check ## everything but the style of questions: check, and every test in every language and in a browser
	$(TOOLS)/python -m pytest -q -n logical --dist worksteal

lock: .venv-test/ready ## write both lock files anew after a change of a requirements.txt (UPGRADE=--upgrade: newest of the rest)
	$(LOCK) $(UPGRADE) --output-file requirements.lock requirements.txt
	$(LOCK) $(UPGRADE) --constraints requirements.lock --output-file tests/requirements.lock tests/requirements.txt

hooks: .venv-test/ready ## let git try what changed before each commit
	$(TOOLS)/pre-commit install

bench: .venv-test/ready ## measure the safety page beside a plain one, about six minutes
	$(TOOLS)/python benchmarks/safety_page.py

.venv/ready: requirements.lock
	$(PYTHON) -m venv .venv
	.venv/bin/python $(INSTALL) -r requirements.lock
	touch $@

.venv-test/ready: tests/requirements.lock tests/install_browser.sh package-lock.json
	$(PYTHON) -m venv .venv-test
	.venv-test/bin/python $(INSTALL) -r tests/requirements.lock
	sh tests/install_browser.sh
	.venv-test/bin/npm ci --silent --no-fund --no-audit
	touch $@
