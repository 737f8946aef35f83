# Needs Python 3.11 or later, make and git. Everything else is set up here.
SHELL := /bin/bash
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11; do \
	$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$candidate && break; done)
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

RUN := .venv
DEV := .venv-test
PEERS := .venv-peers
DIR ?= examples
FUZZ_SECONDS ?= 60
# Which tests: everything but the heavy suites. Empty for all of them, as .ci/run does.
SUITE ?= not hostile and not heavy and not office and not browser

.DEFAULT_GOAL := help
.PHONY: help setup check lint types imports unit test docs golden templates hooks score bench browser hostile office fuzz differential wheel clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

SOURCES := $(shell find toolkit schemas templates -type f -not -name '*.pyc')

$(RUN)/ready: pyproject.toml constraints.txt $(SOURCES)
	@test -x $(RUN)/bin/python || $(PYTHON) -m venv $(RUN)
	@echo "Setting up $(RUN): what the check needs at run time"
	@$(RUN)/bin/python -m pip install --quiet .
	@touch $@

$(DEV)/ready: pyproject.toml constraints.txt
	@test -x $(DEV)/bin/python || $(PYTHON) -m venv $(DEV)
	@echo "Setting up $(DEV): what the tests need as well"
	@$(DEV)/bin/python -m pip install --quiet --no-warn-conflicts --editable '.[test]'
	@# Its charts want numpy, which pandera takes where it finds it: only its reader is wanted here.
	@$(DEV)/bin/python -m pip install --quiet --no-deps --no-warn-conflicts sarif-tools
	@touch $@

setup: $(DEV)/ready  ## set up the environment for development

# The example has findings on purpose: code 1 is what a working check answers.
check: $(RUN)/ready  ## check the example: the shortest way to see it work
	@$(RUN)/bin/indicators check examples/xicheng-2017-h1/submission.xlsx || test $$? -eq 1

lint: $(DEV)/ready
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .

types: $(DEV)/ready
	$(DEV)/bin/mypy

imports: $(DEV)/ready
	$(DEV)/bin/lint-imports

unit: $(DEV)/ready
	$(DEV)/bin/python -m pytest -m '$(SUITE)'

test: lint types imports hooks unit  ## everything that has to hold before a change goes in

docs: $(DEV)/ready  ## write the pages and tables that are made from the code
	$(DEV)/bin/python docs/build.py

golden: $(DEV)/ready templates  ## write the example's workbook and all expected output anew
	$(DEV)/bin/python examples/xicheng-2017-h1/build.py
	$(DEV)/bin/python examples/expected.py
	$(DEV)/bin/python -m tests.reporters.golden

templates: $(DEV)/ready  ## build the committed templates anew
	@for name in xicheng-2017:progress-form xicheng-2017-summary:progress-summary; do \
		$(DEV)/bin/indicators template build --schema $${name##*:} --issue templates/issue/$${name%%:*}.toml \
			-o templates/xlsx/$${name%%:*}.xlsx; done

hooks: $(DEV)/ready  ## hold the committed templates to our own checks
	$(DEV)/bin/indicators template verify templates/xlsx
	$(DEV)/bin/indicators template snapshot --check templates/xlsx

score: $(DEV)/ready  ## measure reading and rules against the labelled rows
	$(DEV)/bin/python -m benchmarks.score

# The peers bring pandas along, which must not be found where we run; their versions are their own.
$(PEERS)/ready: benchmarks/peers.txt
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@echo "Setting up $(PEERS): what we are measured against"
	@env -u PIP_CONSTRAINT $(PEERS)/bin/python -m pip install --quiet --requirement $<
	@touch $@

bench: $(RUN)/ready $(DEV)/ready $(PEERS)/ready  ## measure time and memory, or only PARTS="language jobs" of it
	$(DEV)/bin/python -m benchmarks.bench $(PARTS)

browser: $(DEV)/ready  ## open the HTML report in a real Chromium, with axe-core from npm
	$(DEV)/bin/python -m pytest -m browser

hostile: $(DEV)/ready  ## read hostile workbooks under limits of time and memory
	$(DEV)/bin/python -m pytest -m hostile

office: $(DEV)/ready  ## open marked copies and press the button in LibreOffice
	$(DEV)/bin/python -m pytest -m office

fuzz: $(DEV)/ready  ## try the readers on random bytes
	@$(DEV)/bin/python -m pip install --quiet --editable '.[test,fuzz]'
	$(DEV)/bin/python -m tests.fuzz.run $(FUZZ_SECONDS)

differential: $(DEV)/ready  ## compare our reader with openpyxl on every workbook in DIR
	$(DEV)/bin/python -m benchmarks.differential $(DIR)

wheel: $(DEV)/ready  ## build the wheel
	$(DEV)/bin/python -m build --wheel

clean:  ## remove what was set up or built
	rm -rf $(RUN) $(DEV) $(PEERS) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
