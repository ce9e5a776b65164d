#!/bin/sh
# Writes requirements/cpu.txt and gpu.txt, and what the systems need that Lentigo is compared with:
# every version and hash, for every system and Python that we support, and no address, so that pip
# takes the user's own index. With --upgrade the versions become the newest that are allowed.
set -eu
cd "$(dirname "$0")/.."

upgrade="$*"

# lock OUTPUT WANTED OPTION...: write down what is wanted, with all that it needs.
lock() {
    output=$1
    shift
    # shellcheck disable=SC2086 - options, or nothing
    .venv/bin/uv pip compile "$@" \
        --universal --python-version 3.11 --generate-hashes \
        --no-config --quiet --custom-compile-command "make lock" \
        --output-file "$output" $upgrade > /dev/null
    echo "$output: $(grep -c '==' "$output") packages"
}

for runtime in cpu gpu; do
    lock "requirements/$runtime.txt" pyproject.toml \
        --extra "$runtime" --extra training --group dev
done

rivals=benchmarks/rivals/requirements
for rival in "$rivals"/*.in; do
    lock "${rival%.in}.txt" "$rival" \
        --overrides "$rivals/overrides.txt" --excludes "$rivals/without.txt"
done
