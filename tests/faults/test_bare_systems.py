"""Systems that lack what others have: fonts, a home that can be written, a known locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.paths import examples_folder
from tests.faults.conftest import mounted
from tests.guards.isolation import isolated_environment

EXAMPLE = examples_folder() / "phantom-globular.jpg"
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>'
LETTERS = """
from PySide6.QtGui import QFontMetrics
from desktop.application import make_application
print(QFontMetrics(make_application().font()).inFont("A"))
"""


def lentigo(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return python("-m", "desktop", *arguments, **environment)


def python(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=os.environ | environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def read_only_home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    if not mounted(home, "-o", "size=1m,ro"):
        pytest.skip("mounting a read-only home takes root on Linux")
    yield home
    subprocess.run(["umount", "--lazy", str(home)], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is of Linux")
def test_there_are_letters_where_the_system_has_none(tmp_path: Path) -> None:
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS)
    done = python("-c", LETTERS, FONTCONFIG_FILE=str(configuration))
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr


def test_a_home_that_cannot_be_written(read_only_home: Path, model: Path, tmp_path: Path) -> None:
    environment = isolated_environment(read_only_home)
    done = lentigo("classify", "--json", EXAMPLE, "--model", model, **environment)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["finding"]
    done = lentigo("backup", tmp_path / "cases.zip", **environment)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "cannot be made for the cases" in done.stderr


def test_the_window_opens_without_a_home(read_only_home: Path, model: Path, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    environment = isolated_environment(read_only_home)
    done = lentigo("--screenshot", shot, EXAMPLE, "--model", model, **environment)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    with Image.open(shot) as picture:
        assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 1000


def test_every_locale_gets_the_same_numbers(model: Path) -> None:
    said = []
    for locale in ("C", "POSIX", "en_US.utf8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "odd"):
        done = lentigo("classify", "--json", EXAMPLE, "--model", model, LC_ALL=locale, LANG=locale)
        assert done.returncode == 0, done.stderr
        answer = json.loads(done.stdout)
        del answer["milliseconds"]
        said.append(answer)
    assert all(answer == said[0] for answer in said)
