#!/bin/sh
# `make run`: the window where there is a display, else the same work with no window.
set -eu
cd "$(dirname "$0")/.."

has_display() {
    [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

if has_display; then
    exec .venv/bin/lentigo
fi
echo "There is no display here, so instead of opening the window Lentigo analyses its example images."
exec .venv/bin/lentigo demo --out build/demo
