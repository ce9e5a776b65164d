"""``make bundle``: freeze Lentigo into folders that need no Python, and say how large they are."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from scripts.bundle_contents import EDITIONS

ROOT = Path(__file__).resolve().parent.parent
# Keras and TensorFlow are imported to be looked through, and are to be quiet about it; sets in a
# constant order make two builds alike.
_SETTINGS = {
    "KERAS_BACKEND": "tensorflow",
    "PYTHONHASHSEED": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}
_SHOWN = 12
_PROGRAM = "our code and that of all libraries"
_OTHER = "everything else"


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
    environment = os.environ | _SETTINGS
    subprocess.run([*command, "--", "--edition", edition], cwd=ROOT, env=environment, check=True)
    return out / "lentigo"


def sizes(folder: Path) -> Counter[str]:
    """Bytes by package."""
    counted: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            counted[_package(file.relative_to(folder))] += file.stat().st_size
    return counted


def _package(file: Path) -> str:
    if len(file.parts) == 1:
        return _PROGRAM
    name = "/".join(file.parts[1:3]) if "resources" in file.parts[:2] else file.parts[1]
    if len(file.parts) == 2:
        return "Python" if "python" in name else "libraries of the system"
    return name.removesuffix(".libs")


def report(folder: Path) -> str:
    """Say where it is and how large, in all and by package."""
    counted = sizes(folder)
    largest = counted.most_common(_SHOWN)
    rest = counted.total() - sum(size for _, size in largest)
    lines = [f"{size / 1e6:8.1f} MB  {name}" for name, size in [*largest, (_OTHER, rest)]]
    return "\n".join([f"{folder}: {counted.total() / 1e6:.0f} MB", *lines])


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
