"""``python -m tests.fuzz.search TARGET OPTION…``: one search of libFuzzer, in this process."""

from __future__ import annotations

import logging
import sys
import warnings


def main() -> None:
    """Search until the time is up, or something breaks; libFuzzer ends the process."""
    import atheris  # instruments whatever is imported after it

    _, name, *options = sys.argv
    with atheris.instrument_imports(include=["core", "dicomweb_client", "zipfile"]):
        from tests.fuzz.targets import TARGETS

    logging.disable()
    warnings.simplefilter("ignore")
    # As a shell would start it: to merge what was found, libFuzzer starts itself again.
    program = f"{sys.executable} -m tests.fuzz.search {name}"
    atheris.Setup([program, *options], TARGETS[name].try_)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
