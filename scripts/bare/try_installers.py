"""``python -m scripts.bare.try_installers``: the installers, as an administrator uses them.

In a bare Debian without network: install, work, upgrade with the data kept, remove, purge, purge
with the data; then the archive. The package of an older version is made from the same build.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Final

from scripts.bare.older_cases import write_older_cases
from scripts.bare.packages import depends
from scripts.bare.root import HOME, Root
from scripts.bare.trial import Trial, WentWrong
from scripts.bare.try_bundle import FOLDER
from scripts.bundle import ROOT, place
from scripts.bundle_contents import EDITIONS
from scripts.freezing.epoch import epoch
from scripts.installers.debian import package
from scripts.installers.portable import archive

PSEUDONYM: Final = "P-OLD-0001"
_OLDER: Final = "0.0.1"
_USER: Final = 1000
_DATA: Final = f"{HOME}/.local/share/lentigo"
_DATABASE: Final = f"{_DATA}/cases/cases.sqlite3"
_FORMER: Final = f"{_DATABASE}.before-upgrade"
_INSTALLED: Final = (
    *("/opt/lentigo/lentigo", "/usr/bin/lentigo", "/usr/share/applications/lentigo.desktop"),
    "/usr/share/icons/hicolor/scalable/apps/lentigo.svg",
)


def try_package(trial: Trial, older: Path, newer: Path) -> None:
    """Install, upgrade, remove, purge."""
    trial.does("dpkg", "--install", f"/mnt/{older.name}", as_root=True)
    trial.requires(*_INSTALLED)
    trial.does("sh", "-c", "cd /opt/lentigo && sha256sum --check --quiet SHA256SUMS")
    trial.does("lentigo", "cases")
    write_older_cases(trial.place(_DATABASE), pseudonym=PSEUDONYM, owner=_USER)
    before = trial.place(_DATABASE).read_bytes()
    trial.does("dpkg", "--install", f"/mnt/{newer.name}", as_root=True)
    trial.same(_DATABASE, before)
    trial.does("lentigo", "cases")
    trial.requires(_FORMER)
    trial.does("lentigo", "report", PSEUDONYM, "--out", f"{HOME}/upgraded.pdf")
    _take_away(trial, newer)


def _take_away(trial: Trial, newer: Path) -> None:
    trial.does("dpkg", "--remove", "lentigo", as_root=True)
    trial.lacks(*_INSTALLED)
    trial.requires(_DATABASE)
    trial.does("dpkg", "--purge", "lentigo", as_root=True)
    trial.requires(_DATABASE, _FORMER)
    trial.does("dpkg", "--install", f"/mnt/{newer.name}", as_root=True)
    trial.does("lentigo", "report", PSEUDONYM, "--out", f"{HOME}/back.pdf")
    trial.does("dpkg", "--purge", "lentigo", as_root=True, LENTIGO_DELETE_DATA="yes")
    trial.lacks(*_INSTALLED, _DATA)


def try_archive(trial: Trial, whole: Path) -> None:
    """Unpack it somewhere, and have it test itself there."""
    noted = f"{whole.name}.sha256"
    subprocess.run(["sha256sum", "--check", "--quiet", noted], cwd=whole.parent, check=True)
    subprocess.run(["tar", "-xf", whole, "-C", trial.place(HOME)], check=True)
    trial.does(f"{HOME}/lentigo/lentigo", "self-test")
    trial.does("sh", "-c", "cd ~/lentigo && sha256sum --check --quiet SHA256SUMS")


def _packages(edition: str) -> tuple[Path, Path, Path]:
    """Make them quickly: how well they are compressed is not tried."""
    folder, seconds, out = place(edition) / "lentigo", epoch(ROOT), FOLDER / "installers"
    pack = partial(
        package, folder, out, edition=edition, work=FOLDER / "work", seconds=seconds, level=0
    )
    older, newer = pack(version=_OLDER), pack(version=metadata.version("lentigo"))
    whole = out / f"lentigo-{edition}.tar.xz"
    return older, newer, archive(folder, whole, seconds=seconds, level=0)


def main() -> int:
    """Try those of an edition that is built.

    Returns
    -------
    int
        0; 1 if something went wrong; 2 if it is not built.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", choices=EDITIONS, default="slim")
    edition = parser.parse_args().edition
    folder = place(edition) / "lentigo"
    if not folder.is_dir():
        print("It is not built. Run `make bundle` first.", file=sys.stderr)
        return 2
    root = Root.made(FOLDER / "root", depends(folder))
    older, newer, whole = _packages(edition)
    trial = Trial(root.copied(FOLDER / "trial"), older.parent)
    try:
        try_package(trial, older, newer)
        try_archive(trial, whole)
    except WentWrong as error:
        print(error, file=sys.stderr)
        return 1
    print(f"All well: {newer.name}, {whole.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
