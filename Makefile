# Two commands do all the set-up: `make demo` installs what users need, `make test` the rest too.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RELEASE := output/release

.PHONY: demo test pytest lint bench generated clean

demo: $(VENV)/kv2rdf
	$(BIN)/kv2rdf build seeds/kamervragen --out $(RELEASE)
	$(BIN)/kv2rdf query --release $(RELEASE) --file docs/demo.rq
	@echo "The release is in $(RELEASE): open $(RELEASE)/report.html, or $(RELEASE)/dossiers/2022/2022Z00634.ttl."
	@echo "Try: $(BIN)/kv2rdf search doxing"

# The checks of types and style run beside the tests.
test: $(VENV)/installed
	$(MAKE) --jobs 2 lint pytest

# With COVERAGE=1 it also reports which lines no test runs; that takes 50 % longer.
pytest: $(VENV)/installed
	$(BIN)/pytest --numprocesses auto --dist worksteal $(if $(COVERAGE),--cov --cov-report=term:skip-covered)

lint: $(VENV)/installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

# Measure speed, as ratios: a table, and build/bench.json.
bench: $(VENV)/installed build/morph-kgc/installed
	$(BIN)/pip install --quiet --editable '.[bench]'
	KV2RDF_MORPH_PYTHON=build/morph-kgc/bin/python $(BIN)/python -m benchmarks

# A peer that needs an older Oxigraph than ours, in an environment of its own.
build/morph-kgc/installed:
	$(PYTHON) -m venv build/morph-kgc
	build/morph-kgc/bin/pip install --quiet morph-kgc==2.10.0
	touch $@

# Write again what is generated and committed. The vocabulary is first: the other commands import it.
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
