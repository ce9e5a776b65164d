"""``make bundle``: freeze Lentigo into folders that need no Python, and say how large they are."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.bundle_contents import EDITIONS
from scripts.freezing.epoch import VARIABLE, epoch
from scripts.freezing.papers import write_papers
from scripts.freezing.sizes import report

ROOT = Path(__file__).resolve().parent.parent
# Keras and TensorFlow are imported to be looked through, and are to be quiet about it; sets in a
# constant order make two builds alike.
_SETTINGS = {
    "KERAS_BACKEND": "tensorflow",
    "PYTHONHASHSEED": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}


def build(out: Path, *, work: Path, edition: str = "full") -> Path:
    """Freeze this checkout, with the resources that lie in it now.

    Parameters
    ----------
    out : Path
        Folder in which to put the folder ``lentigo``.
    work : Path
        For what comes in between.
    edition : str
        A key of `EDITIONS`.

    Returns
    -------
    Path
        The folder ``lentigo``.

    Raises
    ------
    subprocess.CalledProcessError
        If PyInstaller fails; it has then said why.
    """
    options = ("--noconfirm", "--log-level", "WARN", "--distpath", out, "--workpath", work)
    command = (sys.executable, "-m", "PyInstaller", *options, ROOT / "build.spec")
    seconds = epoch(ROOT)
    environment = os.environ | _SETTINGS | {VARIABLE: str(seconds)}
    subprocess.run([*command, "--", "--edition", edition], cwd=ROOT, env=environment, check=True)
    write_papers(out / "lentigo", edition=edition, seconds=seconds)
    _give_papers_to(out / "Lentigo.app", out / "lentigo")
    return out / "lentigo"


def _give_papers_to(app: Path, folder: Path) -> None:
    """Have macOS' form of the build hold them too, where there is one."""
    if app.is_dir():
        resources = app / "Contents" / "Resources"
        shutil.copytree(folder / "licences", resources / "licences")
        shutil.copy(folder / "sbom.cdx.json", resources)


def main() -> int:
    """Build each edition and report.

    Returns
    -------
    int
        Exit status.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", choices=EDITIONS, help="only this one")
    chosen = parser.parse_args().edition
    for edition in [chosen] if chosen else EDITIONS:
        print(f"Freezing Lentigo, {edition} edition; this takes a minute or two.", flush=True)
        try:
            folder = build(place(edition), work=ROOT / "build" / edition, edition=edition)
        except subprocess.CalledProcessError as error:
            return int(error.returncode)
        print(report(folder))
    return 0


def place(edition: str) -> Path:
    """Folder for an edition: ``dist`` itself for the full one."""
    return ROOT / "dist" if edition == "full" else ROOT / "dist" / edition


if __name__ == "__main__":
    sys.exit(main())
