"""Write the example pictures: ``python -m core.phantoms OUT_DIR``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.phantoms import EXAMPLES, draw_phantom, save_phantom


def write_examples(folder: Path) -> list[Path]:
    """Draw every example into a folder, which is made where it is missing.

    Returns
    -------
    list of Path
        The files, in the order of `EXAMPLES`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for kind, seed in EXAMPLES.items():
        paths.append(folder / f"phantom-{kind}.jpg")
        save_phantom(paths[-1], draw_phantom(kind, seed=seed), kind=kind, seed=seed)
    return paths


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m core.phantoms", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    for path in write_examples(parser.parse_args().folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
