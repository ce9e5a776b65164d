"""``python -m scripts.bare.try_bundle``: run the builds in ``dist`` where there is no Python.

In a bare Debian with the few libraries that a build needs of it, without network, as a user without
rights: the self-test, real images (else phantoms), a screenshot of the window.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scripts.bare.packages import depends
from scripts.bare.root import BUNDLE, HOME, Root
from scripts.bundle import ROOT, place
from scripts.bundle_contents import EDITIONS

FOLDER: Final = ROOT / "build" / "bare"
PROGRAM: Final = f"{BUNDLE}/lentigo"
_IMAGES: Final = 12
_SIZE: Final = "1400x900x24"


def real_images() -> Path | None:
    """Folder of real images; None where there are none."""
    named = os.environ.get("LENTIGO_DATA")
    shared = Path(named) if named else ROOT.parent / "shared" / "data"
    found = shared / "ham10000"
    return found if found.is_dir() else None


def try_bundle(folder: Path, root: Root) -> list[str]:
    """Run a build there, and tell what went wrong: nothing, if all is well."""
    pictures = _some_images()
    told = [_language_free(root), _self_test(root, folder), _classified(root, folder, pictures)]
    with screen() as display:
        told.append(_shown(root, folder, pictures, display))
    shutil.rmtree(pictures)
    return [words for words in told if words]


def _language_free(root: Root) -> str:
    found = root.run("sh", "-c", "command -v python3 python gcc cc pip || true").stdout.split()
    return f"there is {', '.join(found)}" if found else ""


def _self_test(root: Root, folder: Path) -> str:
    done = root.run(PROGRAM, "self-test", bundle=folder)
    print(done.stdout, end="", flush=True)
    return "" if done.returncode == 0 else f"self-test: {done.returncode} {done.stderr}"


def _classified(root: Root, folder: Path, pictures: Path) -> str:
    question = ("sh", "-c", f"exec {PROGRAM} classify --json /mnt/*.jpg")
    done = root.run(*question, bundle=folder, pictures=pictures)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    found = [one for one in answers if "finding" in one]
    print(f"{len(found)} of {len(answers)} images of {pictures} classified.", flush=True)
    whole = len(found) == len(list(pictures.glob("*.jpg")))
    return "" if done.returncode == 0 and whole else f"classify: {done.returncode} {done.stderr}"


def _shown(root: Root, folder: Path, pictures: Path, display: str) -> str:
    shot = f"{HOME}/window.png"
    first = min(pictures.glob("*.jpg")).name
    question = (PROGRAM, "--screenshot", shot, f"/mnt/{first}")
    variables = {"DISPLAY": display}
    done = root.run(*question, bundle=folder, pictures=pictures, variables=variables)
    written = root.folder / shot.lstrip("/")
    size = written.stat().st_size if written.is_file() else 0
    print(f"The window's picture has {size / 1e3:.0f} kB.", flush=True)
    well = done.returncode == 0 and size > 20_000
    return "" if well else f"--screenshot: {done.returncode} {done.stderr}"


def _some_images() -> Path:
    real = real_images()
    folder = FOLDER / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    found = sorted((real or ROOT / "resources" / "examples").rglob("*.jpg"))[:_IMAGES]
    for path in found:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@contextmanager
def screen() -> Iterator[str]:
    """Start an X server without a screen, and give its name."""
    reading, writing = os.pipe()
    options = ("-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp", "-ac")
    quiet = subprocess.DEVNULL
    with subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=quiet) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        running.terminate()


def main() -> int:
    """Try each edition that is built.

    Returns
    -------
    int
        0; 1 if something went wrong; 2 if nothing is built.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", choices=EDITIONS, action="append")
    chosen = parser.parse_args().edition or list(EDITIONS)
    builds = [folder for name in chosen if (folder := place(name) / "lentigo").is_dir()]
    if not builds:
        print("Nothing is built. Run `make bundle` first.", file=sys.stderr)
        return 2
    packages = sorted({name for folder in builds for name in depends(folder)})
    print(f"A bare system with {', '.join(packages)}.", flush=True)
    root = Root.made(FOLDER / "root", packages)
    wrong = [f"{folder}: {words}" for folder in builds for words in try_bundle(folder, root)]
    print("\n".join(wrong) or f"All well: {', '.join(map(str, builds))}.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
