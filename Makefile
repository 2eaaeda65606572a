# make run: everything for the dashboard, then opens it.   make test: everything for the tests, then runs them all.
PYTHON ?= python3
PORT ?= 8501

.PHONY: run test bench

run: .venv/ready
	.venv/bin/python -m app.release build
	@echo "http://localhost:$(PORT)"
	.venv/bin/streamlit run dashboard.py --server.port $(PORT) --server.headless false --server.showEmailPrompt false --logger.hideWelcomeMessage true

test: .venv-test/ready
	.venv-test/bin/ruff check .
	.venv-test/bin/python -m app.release check
	.venv-test/bin/python -m pytest -q -n logical --dist worksteal

bench: .venv-test/ready
	.venv-test/bin/python benchmarks/safety_page.py

.venv/ready: requirements.txt
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv-test/ready: requirements.txt tests/requirements.txt tests/install_browser.sh package.json package-lock.json
	$(PYTHON) -m venv .venv-test
	.venv-test/bin/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	sh tests/install_browser.sh
	.venv-test/bin/npm ci --silent --no-fund --no-audit
	touch $@
