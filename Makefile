# `make` lists the verbs.

PYTHON ?= python3
PORT ?= 8000
export PORT

VENV := .venv
BIN := $(VENV)/bin
CHROMIUM := chromium-headless-shell chromium chromium-browser google-chrome

.DEFAULT_GOAL := help
.PHONY: help serve test lint unit browser screenshots editor-screenshots bench format lock messages chromium python

help: ## List the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null \
	  || grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

serve: $(VENV)/.installed ## Set everything up and serve the demo clinic on http://localhost:8000 (PORT= picks another port)
	@exec $(BIN)/python manage.py serve

test: $(VENV)/.installed-dev chromium ## Set everything up and run every check and test
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.installed-dev ## Check style, imports, types, migrations and settings
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/djangofmt --check templates
	@$(BIN)/lint-imports --no-cache > /dev/null || $(BIN)/lint-imports
	@$(BIN)/mypy
	@DJANGO_SETTINGS_MODULE=clinicsite.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=clinicsite.settings.production SITE_URL=https://clinic.example \
	  EMAIL_URL=smtp+tls://mail.clinic.example:587 SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
	  $(BIN)/python manage.py check --deploy --fail-level WARNING

unit: $(VENV)/.installed-dev ## Run the tests that need no browser
	@$(BIN)/pytest -n 2 -m 'not browser'

browser: $(VENV)/.installed-dev chromium ## Run the tests that need a browser
	@$(BIN)/pytest -m browser

screenshots: $(VENV)/.installed-dev chromium ## Picture every kind of page, at three widths, light and dark, in var/screenshots
	@$(BIN)/python -m tests.browser.screenshots

editor-screenshots: $(VENV)/.installed-dev chromium ## Picture the admin for the editors' guide, in docs/images/editors
	@$(BIN)/python -m tests.browser.editor_screenshots

bench: $(VENV)/.installed-dev chromium ## Measure search, the editor and exports beside stock Wagtail, and forms under programs, kills and hostile posts
	@$(BIN)/python benchmarks/search.py
	@$(BIN)/python benchmarks/editor.py
	@$(BIN)/python benchmarks/export.py
	@$(BIN)/python benchmarks/spam.py
	@$(BIN)/python benchmarks/submissions_under_fire.py
	@$(BIN)/python benchmarks/hostile_posts.py

format: $(VENV)/.installed-dev ## Format Python and templates
	@$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format . ; $(BIN)/djangofmt templates

messages: $(VENV)/.installed ## Bring the translations in locale/ up to date (LOCALE=cy begins a new one)
	@command -v msgfmt > /dev/null && command -v xgettext > /dev/null || { echo "gettext is missing. On Debian or Ubuntu: apt-get install gettext" >&2; exit 1; }
	@set -e; export DJANGO_SETTINGS_MODULE=clinicsite.settings.dev; \
	  chosen=$(if $(LOCALE),"--locale=$(LOCALE)",--all); \
	  $(BIN)/python manage.py makemessages $$chosen --add-location=file \
	    --ignore=tests --ignore=var --ignore='.*'; \
	  $(BIN)/python manage.py compilemessages --ignore='.*'

lock: $(VENV)/.installed-dev ## Write requirements.txt and requirements-dev.txt anew
	@for name in requirements requirements-dev; do \
	  $(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras --upgrade \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	    $$name.in --output-file $$name.txt; \
	done

# What the machine must have, said in one line where it has not.
python:
	@command -v $(PYTHON) > /dev/null || { echo "Python is missing. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo "Python's venv package is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(BIN)/python: | python
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(BIN)/python
	@echo "Installing what the site needs …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

chromium:
	@for name in $(CHROMIUM); do command -v $$name > /dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2> /dev/null; then sudo="sudo -n"; else \
	  echo "Chromium is missing. Install it, on Debian or Ubuntu: sudo apt-get install chromium" >&2; exit 1; fi; \
	command -v apt-get > /dev/null || { echo "Chromium is missing, and there is no apt-get here to install it." >&2; exit 1; }; \
	echo "Installing Chromium …"; \
	$$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -qq -y --no-install-recommends chromium > /dev/null \
	  || { echo "Chromium could not be installed. Install it by hand: apt-get install chromium" >&2; exit 1; }
