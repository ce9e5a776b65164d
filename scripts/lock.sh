#!/bin/sh
# Writes requirements/cpu.txt and gpu.txt: every version and hash, for every system and Python that
# we support, and no address, so that pip takes the user's own index. With --upgrade the versions
# become the newest that pyproject.toml allows.
set -eu
cd "$(dirname "$0")/.."

for runtime in cpu gpu; do
    .venv/bin/uv pip compile pyproject.toml \
        --extra "$runtime" --extra training --group dev \
        --universal --python-version 3.11 --generate-hashes \
        --no-config --quiet --custom-compile-command "make lock" \
        --output-file "requirements/$runtime.txt" "$@" > /dev/null
    echo "requirements/$runtime.txt: $(grep -c '==' "requirements/$runtime.txt") packages"
done
