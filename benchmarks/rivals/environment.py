"""Environments for frameworks that are not Lentigo's: made on demand, in the user's cache folder.

Nothing of them comes into the project's own environment or its lock. What goes in is locked beside
this file, with the hash of every file: `make lock` writes the lists from what is asked for.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from benchmarks.rivals.unavailable import Unavailable

FOLDER: Final = user_cache_path("lentigo") / "rivals"
REQUIREMENTS: Final = Path(__file__).with_name("requirements")
_PROCESSOR_INDEX: Final = "https://download.pytorch.org/whl/cpu"
_STAMP: Final = "lentigo-made-from"
_OPTIONS: Final = (
    "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--require-hashes",
)  # fmt: skip
_MINUTES: Final = 15


def python_of(name: str, *, folder: Path = FOLDER, requirements: Path = REQUIREMENTS) -> Path:
    """Make an environment, unless it is there, and return its interpreter.

    Parameters
    ----------
    name : str
        Of the lists of what goes in: ``NAME.txt``, and ``NAME_linux.txt`` where there is one.
    folder, requirements : Path
        Where environments are kept, and where the lists are.

    Raises
    ------
    Unavailable
        If what goes in cannot be had, or is not what was locked.
    """
    place, lists = folder / name, lists_of(name, requirements=requirements)
    said = b"".join(wanted.read_bytes() for wanted in lists)
    made_from = hashlib.sha256(said + sys.version.encode()).hexdigest()
    stamp, python = place / _STAMP, _interpreter(place)
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != made_from:
        stamp.unlink(missing_ok=True)
        _run(name, sys.executable, "-m", "venv", "--clear", place)
        wanted = [word for one in lists for word in ("-r", one)]
        _run(name, python, "-m", "pip", "install", *_OPTIONS, *_indices(name), *wanted)
        stamp.write_text(made_from, encoding="ascii")
    return python


def lists_of(name: str, *, requirements: Path = REQUIREMENTS) -> list[Path]:
    """Find the lists of what goes into an environment."""
    found = [requirements / f"{name}.txt", requirements / f"{name}_linux.txt"]
    return [one for one in found if one.is_file()]


def _interpreter(place: Path) -> Path:
    windows = place / "Scripts" / "python.exe"
    return windows if sys.platform == "win32" else place / "bin" / "python"


def _indices(name: str) -> tuple[str, ...]:
    """Name PyTorch's own index where it answers; else what the user has set up must do."""
    if name != "torch":
        return ()
    try:
        with urllib.request.urlopen(_PROCESSOR_INDEX, timeout=10):
            return ("--extra-index-url", _PROCESSOR_INDEX)
    except OSError:
        return ()


def _run(name: str, *command: str | Path) -> None:
    """Run a step.

    Raises
    ------
    Unavailable
        If it fails, with the last that it said.
    """
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=60 * _MINUTES,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"The environment of {name} could not be made: {error}") from error
    if done.returncode:
        raise Unavailable(f"The environment of {name} could not be made: {_error(done.stderr)}")


def _error(text: str) -> str:
    """Take what pip calls an error, below which it may list what is concerned."""
    errors = [line for line in text.splitlines() if line.startswith("ERROR: ")]
    return last_line("\n".join(errors) or text)


def last_line(text: str) -> str:
    """Take what was said last, which is what went wrong."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it does not say why."
