# make demo: read the invented samples; make test: everything that must hold. Needs python3 (3.11 or later) and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test lint bench setup clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once, half a minute)"
	@$(PYTHON) -m venv $(VENV)
	@if command -v uv >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv; then \
		UV=$$(command -v uv || echo $(BIN)/uv); \
		VIRTUAL_ENV=$(CURDIR)/$(VENV) $$UV pip sync --quiet --require-hashes requirements.lock && \
		VIRTUAL_ENV=$(CURDIR)/$(VENV) $$UV pip install --quiet --no-deps --editable . ; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable . ; \
	fi
	@touch $(READY)

demo: $(READY)
	@$(BIN)/needs flow build corpus/samples --out out/demo; code=$$?; \
	if [ $$code -eq 3 ]; then \
		echo "Some samples are broken on purpose, so the exit code was 3; they are named above and in out/demo/sources.csv."; \
	elif [ $$code -ne 0 ]; then exit $$code; fi
	@$(BIN)/needs check out/demo
	@echo "Look at out/demo/needs.csv and out/demo/findings.csv first; datapackage.json says what every column means."

test: $(READY) lint
	@$(BIN)/python -m pytest -n 2 --quiet

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY)
	@$(BIN)/python -m benchmarks.run_report

clean:
	@rm -rf $(VENV) out
