# Every command a developer or a user needs. `make help` lists them.
#
# LENTIGO_RUNTIME=gpu sets up TensorFlow with CUDA (Linux, NVIDIA) instead of the CPU build.

.DEFAULT_GOAL := help
.PHONY: help run test test-slow lint format bench soak fuzz reliability bundle bundle-test bundle-twice \
	installers installers-test translations setup setup-tests lock upgrade clean

LENTIGO_RUNTIME ?= cpu
BIN := .venv/bin
SETUP := sh scripts/set_up.sh --runtime $(LENTIGO_RUNTIME)
# A process for each core, which needs 3 GB.
PYTEST := $(BIN)/python -m pytest --numprocesses logical --maxprocesses 4

help: ## list these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 16

run: setup ## open Lentigo; without a display, analyse the examples and write a report
	@sh scripts/run.sh

test: setup-tests ## the whole correctness suite but its slow part (at most 15 minutes on 2 cores)
	$(PYTEST) -m "not slow"

test-slow: setup-tests ## the slow part: real servers, kill tests, other Pythons, the frozen build
	$(PYTEST) -m slow

lint: setup ## formatting, rules, types and import contracts: exactly what CI and pre-commit run
	sh scripts/lint.sh

format: setup ## rewrite the code in the project's format and apply the safe fixes
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup ## Lentigo beside other systems, into docs/performance.md; 25 minutes on 2 cores, BENCH=--quick tries it
	$(BIN)/python -m benchmarks.performance $(BENCH)

soak: setup ## 10,000 analyses, then an hour of a scripted user; writes docs/long_runs.md, asserts nothing
	$(BIN)/python -m benchmarks soak --images 10000
	$(BIN)/python -m benchmarks use --minutes 60 --page docs/long_runs.md

reliability: setup-tests ## try what may go wrong, and write docs/reliability.md; half an hour
	$(BIN)/python -m scripts.reliability

fuzz: setup ## a minute of coverage-guided fuzzing for each reader of what strangers may have written
	$(BIN)/python -m tests.fuzz

bundle: setup ## freeze both editions into dist, which need no Python, and say how large each part is
	$(BIN)/python -m scripts.bundle
	$(BIN)/python -m scripts.freezing.sizes
	$(BIN)/python -m scripts.freezing.oldest_system dist/lentigo

bundle-test: setup ## run what `make bundle` made in a Debian without Python (needs root, debootstrap)
	$(BIN)/python -m scripts.bare.try_bundle

bundle-twice: setup ## build the slim edition twice, and say in what the two differ
	$(BIN)/python -m scripts.freezing.compare --build

installers: setup ## a Debian package and an archive of what `make bundle` made
	$(BIN)/python -m scripts.installers

installers-test: setup ## install, upgrade, remove and purge them in a bare Debian (needs root, debootstrap)
	$(BIN)/python -m scripts.bare.try_installers

translations: setup ## collect all texts into the catalogues, compile them, say what is missing
	$(BIN)/python -m scripts.translations

setup: ## make the environment in .venv, or say nothing when it is up to date
	@$(SETUP)

setup-tests:
	@$(SETUP) --for-tests

lock: setup ## write the lock files anew, also of what `make bench` sets up, keeping versions where possible
	sh scripts/lock.sh

upgrade: setup ## the same, with the newest versions that pyproject.toml allows
	sh scripts/lock.sh --upgrade

clean: ## remove the environment and everything that was built
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find core desktop training benchmarks tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
