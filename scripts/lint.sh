#!/bin/sh
# The lint command, in one place for `make lint`, pre-commit and CI. Any argument runs only that
# check: rules, format, types or imports.
set -eu
cd "$(dirname "$0")/.."

rules() { .venv/bin/ruff check; }
format() { .venv/bin/ruff format --check; }
types() { .venv/bin/mypy; }
imports() { .venv/bin/lint-imports; }

for check in ${*:-rules format types imports}; do
    "$check"
done
