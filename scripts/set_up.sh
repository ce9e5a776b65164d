#!/bin/sh
# Finds a Python that Lentigo runs on and hands over to scripts/set_up.py.
set -eu
cd "$(dirname "$0")/.."

fits='import sys, ctypes, sqlite3, ssl; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
for python in "${LENTIGO_PYTHON:-}" python3.13 python3.12 python3.11 python3; do
    # Asked by running it: a name on the PATH can be a wrapper for a version that is not there.
    if [ -n "$python" ] && "$python" -c "$fits" 2> /dev/null; then
        exec "$python" -m scripts.set_up "$@"
    fi
done
echo "Lentigo needs Python 3.11, 3.12 or 3.13, and none was found." >&2
echo "On Debian or Ubuntu: apt-get install python3 python3-venv. Elsewhere install Python and try again," >&2
echo "or name one: LENTIGO_PYTHON=/where/it/is/python3 make setup" >&2
exit 1
