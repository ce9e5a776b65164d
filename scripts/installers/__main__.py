"""``python -m scripts.installers``: a Debian package and an archive of each build in ``dist``."""

from __future__ import annotations

import argparse
import sys
from importlib import metadata
from pathlib import Path
from typing import Final

from scripts.bundle import ROOT, place
from scripts.bundle_contents import EDITIONS
from scripts.freezing.epoch import epoch
from scripts.installers.debian import package
from scripts.installers.portable import archive

OUT: Final = ROOT / "dist" / "installers"


def make(edition: str, out: Path) -> list[Path]:
    """Make both of an edition."""
    folder, seconds = place(edition) / "lentigo", epoch(ROOT)
    version = metadata.version("lentigo")
    out.mkdir(parents=True, exist_ok=True)
    work = ROOT / "build" / "installers" / edition
    whole = out / f"lentigo-{version}-{edition}-linux-x86_64.tar.xz"
    return [
        package(folder, out, version=version, edition=edition, work=work, seconds=seconds),
        archive(folder, whole, seconds=seconds),
    ]


def main() -> int:
    """Make them of what is built.

    Returns
    -------
    int
        0; 2 if nothing is built.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", choices=EDITIONS, action="append")
    chosen = parser.parse_args().edition or list(EDITIONS)
    built = [edition for edition in chosen if (place(edition) / "lentigo").is_dir()]
    for edition in built:
        for path in make(edition, OUT):
            print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}", flush=True)
    if not built:
        print("Nothing is built. Run `make bundle` first.", file=sys.stderr)
    return 0 if built else 2


if __name__ == "__main__":
    sys.exit(main())
