"""A fresh checkout on the other Pythons that this machine has: set up, import all, test core."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.isolation import REAL_HOME

VERSIONS = ("3.11", "3.12", "3.13")
# Every decoder and the numerics, none of the long ones: a minute each.
QUICK = (
    "tests/core/explain",
    "tests/core/images/test_dicom.py",
    "tests/core/images/test_formats.py",
    "tests/core/test_errors.py",
    "tests/core/test_taxonomy.py",
)
IMPORT_ALL = """
import importlib, pkgutil
for name in ("core", "desktop", "training"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        # Alembic executes the one, a terminal the other; nobody imports them.
        if not module.name.endswith((".migrations.env", ".__main__")):
            importlib.import_module(module.name)
"""


def candidates(version: str) -> Iterator[str]:
    found = shutil.which(f"python{version}")
    if found:
        yield found
    versions = Path(os.environ.get("PYENV_ROOT", REAL_HOME / ".pyenv")) / "versions"
    yield from (str(path) for path in sorted(versions.glob(f"{version}*/bin/python")))


def interpreter(version: str) -> str | None:
    """Return a Python of this version that starts, asked by starting it."""
    check = f"import ensurepip, sys; sys.exit('%d.%d' % sys.version_info[:2] != {version!r})"
    for path in candidates(version):
        if subprocess.run([path, "-c", check], capture_output=True, check=False).returncode == 0:
            return path
    return None


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_fresh_checkout_works(version: str, root: Path, tmp_path: Path) -> None:
    if version == "{}.{}".format(*sys.version_info[:2]):
        pytest.skip("the suite itself runs on this Python")
    python = interpreter(version)
    if python is None:
        pytest.skip(f"this machine has no Python {version} that can make environments")
    checkout = tmp_path / "lentigo"
    left_out = shutil.ignore_patterns(".git", ".venv", "build", "dist", ".*_cache", "__pycache__")
    shutil.copytree(root, checkout, ignore=left_out)
    cache = os.environ.get("PIP_CACHE_DIR", str(REAL_HOME / ".cache" / "pip"))
    # Most modules of the libraries are never imported, so none is compiled before it is.
    settings = {"LENTIGO_PYTHON": python, "PIP_CACHE_DIR": cache, "PIP_COMPILE": "0"}
    surroundings = os.environ | settings

    def run(*command: str, **changed: str) -> None:
        subprocess.run(command, cwd=checkout, env=surroundings | changed, check=True)

    # Setting up fetches libraries, so nobody watches it; what is set up asks nobody.
    run("sh", "scripts/set_up.sh", LENTIGO_OFFLINE_LOG="")
    run(".venv/bin/python", "-c", IMPORT_ALL)
    run(".venv/bin/python", "-m", "pytest", "-q", "-m", "not slow", *QUICK)
