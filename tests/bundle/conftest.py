"""The frozen program in each edition, built once, on a machine without Python."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.paths import resources_folder
from scripts import bundle
from scripts.bundle_contents import EDITIONS
from scripts.freezing.sizes import report
from tests.bundle.surroundings import Surroundings
from tests.core.tiny import tiny_bundle
from tests.screens import x_server


@pytest.fixture(scope="session", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    """Return each edition in turn."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def frozen(edition: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    built_before = os.environ.get("LENTIGO_BUILT")  # to look at one build again and again
    if built_before:
        yield bundle.place(edition) / "lentigo"
        return
    if sys.platform == "linux" and shutil.which("objcopy") is None:
        pytest.skip("PyInstaller needs objcopy (on Debian: apt-get install binutils)")
    folder = tmp_path_factory.mktemp(edition)
    built = bundle.build(folder / "dist", work=folder / "work", edition=edition)
    sys.stdout.write(f"\n{report(built)}\n")
    yield built
    shutil.rmtree(folder)  # up to two gigabytes


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what to set so that there is a model: nothing, once one ships."""
    if (resources_folder() / "model" / "card.json").is_file():
        return {}
    return {"LENTIGO_MODEL": str(tiny_bundle(tmp_path_factory.mktemp("model") / "tiny").folder)}


@pytest.fixture
def machine(frozen: Path, model: dict[str, str], tmp_path: Path) -> Surroundings:
    for name in ("home", "temporary", "elsewhere", "nothing"):
        (tmp_path / name).mkdir(mode=0o700)
    variables = {
        "HOME": str(tmp_path / "home"),
        "LANG": "C.UTF-8",
        "PATH": str(tmp_path / "nothing"),
        "TMPDIR": str(tmp_path / "temporary"),
        "XDG_RUNTIME_DIR": str(tmp_path / "home"),
    }
    return Surroundings(frozen / "lentigo", variables | model, tmp_path)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """Name of an X server."""
    with x_server(tmp_path / "xvfb.log") as name:
        yield name
