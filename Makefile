# Each target makes the environment that it needs; nothing but Python 3.11 or later is asked for.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
OUT ?= out/demo

.PHONY: demo test test-browser check evaluate peers bench lock docs clean

demo: $(READY)  ## run the main job on the bundled sample
	$(BIN)/rashomon dossier examples/dam/pages --output $(OUT)

test: check  ## every check and every test that needs no browser
	$(BIN)/python -m pytest -m "not browser"

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-browser: $(READY)  ## clicks and screenshots in a real Chromium, installed if missing
	tests/browser/install-chromium
	$(BIN)/python -m pytest -m browser

evaluate: $(READY)  ## quality tables; DATA is the folder of public sets, ONLY="figures dates" some of them
	@test -n "$(DATA)" || { echo "say where the data is: make evaluate DATA=folder"; exit 2; }
	$(BIN)/python -m evaluation --data $(DATA) $(if $(ONLY),--only $(ONLY))

peers: $(READY)  ## the programs that `make evaluate` puts beside this one; it runs without them too
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
		-r requirements/peers.txt
	$(PYTHON) -m venv .venv/news-please
	.venv/news-please/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r requirements/news-please.txt

bench: $(READY)  ## speed and memory beside peers
	$(BIN)/python -m benchmarks

docs: $(READY)  ## the parts of docs/ that are generated: command line and schemas (docs/picture.py: picture)
	$(BIN)/python docs/generate.py

lock: $(READY)  ## resolve requirements/*.in anew
	for name in runtime corpus dev peers news-please; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header requirements/$$name.in \
		$$(find requirements -name $$name.override -printf '--override %p') \
		--output-file requirements/$$name.txt; done

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
		"Rashomon needs Python 3.11 or later, not " + sys.version.split()[0] + \
		"; name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	touch $@
