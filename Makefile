# Two commands do all the set-up: `make demo` installs what users need, and `make test` also
# installs what developers need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RELEASE := output/release

# The number of processes that share the tests: by default, one for each core.
WORKERS ?= auto

# Tests start many processes: without saved bytecode, each of them compiles the package again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo serve editor test pytest lint bench generated clean

demo: $(VENV)/kv2rdf
	$(BIN)/kv2rdf build seeds/kamervragen --out $(RELEASE)
	$(BIN)/kv2rdf query --release $(RELEASE) --file docs/demo.rq
	@echo "The release is in $(RELEASE): open $(RELEASE)/report.html, or $(RELEASE)/dossiers/2022/2022Z00634.ttl."
	@echo "Read the whole case: $(BIN)/kv2rdf show 2022Z00634. Find words: $(BIN)/kv2rdf search doxing"
	@echo "Read it in a browser: run make serve, then open http://127.0.0.1:8000/nl/zaak/2022Z00634"

# Builds the release of the seed if there is none, and serves a release on this machine.
serve: $(VENV)/kv2rdf
	$(BIN)/pip install --quiet --editable '.[serve]'
	test -e $(RELEASE) || $(BIN)/kv2rdf build seeds/kamervragen --out $(RELEASE)
	$(BIN)/kv2rdf serve $(RELEASE)

# Installs the query editor of the server. package-lock.json fixes its version and its hash.
editor:
	npm ci --ignore-scripts --no-audit --no-fund --prefix kv2rdf/server/editor

# The checks of types and style run at the same time as the tests.
test: $(VENV)/installed
	$(MAKE) --jobs 2 lint pytest

# With COVERAGE=1, it also reports which lines no test runs, and takes 50 % longer.
pytest: $(VENV)/installed
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal $(if $(COVERAGE),--cov --cov-report=term:skip-covered)

lint: $(VENV)/installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

# Measures speed as ratios. The results are a table and build/bench.json.
bench: $(VENV)/installed build/morph-kgc/installed
	$(BIN)/pip install --quiet --editable '.[bench]'
	KV2RDF_MORPH_PYTHON=build/morph-kgc/bin/python $(BIN)/python -m benchmarks

# Morph-KGC is another program to compare with. It needs an older Oxigraph than kv2rdf, so it is
# installed in a separate environment.
build/morph-kgc/installed:
	$(PYTHON) -m venv build/morph-kgc
	build/morph-kgc/bin/pip install --quiet morph-kgc==2.10.0
	touch $@

# Writes the generated files that are committed. The vocabulary comes first, because the other
# commands import it.
generated: $(VENV)/installed
	$(BIN)/python -m tests.vocabulary_code
	$(BIN)/python -m tests.generated_files
	$(BIN)/python -m tests.example

$(VENV)/kv2rdf: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/installed: $(VENV)/kv2rdf
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) $(RELEASE) $(RELEASE).d $(RELEASE).lock
