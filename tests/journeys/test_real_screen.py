"""The real program on a real X server with real images: what a user sees, saved as pictures.

The pictures lie in pytest's temporary folder, or in ``$LENTIGO_SHOTS``, to be looked at.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.paths import resources_folder
from tests.platforms import needs_display_server
from tests.screens import x_server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    needs_display_server,
    pytest.mark.skipif(
        not (resources_folder() / "model" / "card.json").is_file(), reason="no model ships here"
    ),
]
Pixels = NDArray[np.uint8]
Shoot = Callable[..., tuple[int, Pixels]]

SIZE = (1200, 800)
PANEL = slice(840, 1200)  # columns of the panel with the finding, at that size
STRIP = slice(640, 770)  # rows of the filmstrip


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with x_server(tmp_path_factory.mktemp("x") / "log", size="2600x1700") as name:
        yield name


@pytest.fixture
def shoot(screen: str, tmp_path: Path, root: Path, request: pytest.FixtureRequest) -> Shoot:
    folder = Path(os.environ.get("LENTIGO_SHOTS", tmp_path))

    def taken(*arguments: str | Path, scale: int = 1) -> tuple[int, Pixels]:
        shot = folder / f"{request.node.name}.png"
        words = ("--screenshot", shot, "--size", "{}x{}".format(*SIZE), *arguments)
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *words],
            cwd=root,
            env=os.environ
            | {
                "DISPLAY": screen,
                "HOME": str(tmp_path),
                "QT_QPA_PLATFORM": "xcb",
                "QT_SCALE_FACTOR": str(scale),
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=200,
        )
        assert "Traceback" not in done.stderr, done.stderr
        with Image.open(shot) as image:
            pixels = np.asarray(image.convert("RGB"))
        assert pixels.shape == (SIZE[1] * scale, SIZE[0] * scale, 3)
        return done.returncode, pixels

    return taken


@pytest.fixture(scope="module")
def images(shared_data: Path) -> list[Path]:
    return sorted((shared_data / "ham10000" / "images").glob("*.jpg"))[:200]


def colours(pixels: Pixels) -> int:
    return len(np.unique(pixels.reshape(-1, 3), axis=0))


def test_nothing_open(shoot: Shoot) -> None:
    status, pixels = shoot()
    assert status == 0
    assert colours(pixels) < 2000  # an invitation, no picture
    assert (pixels.max(axis=2) < 64).any()  # with words


def test_one_image(shoot: Shoot, images: list[Path]) -> None:
    status, pixels = shoot(images[0])
    assert status == 0
    assert colours(pixels[:500, :840]) > 5000  # the picture
    assert 20 < colours(pixels[:, PANEL]) < 2000  # bars and words


def test_two_hundred_images(shoot: Shoot, images: list[Path]) -> None:
    status, pixels = shoot(*images)
    assert status == 0
    assert colours(pixels[STRIP]) > 5000
    assert colours(pixels[STRIP, 1000:]) > 1000  # as far as the window goes


def test_an_error_stands_beside_its_image(shoot: Shoot, images: list[Path], tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.jpg"
    damaged.write_bytes(images[0].read_bytes()[:3000])
    status, pixels = shoot(damaged, images[1])
    assert status == 1
    assert colours(pixels[:500, 90:840]) < 500  # no picture is made up
    assert colours(pixels[STRIP]) > 500  # the other one is there


def test_dark(shoot: Shoot, images: list[Path]) -> None:
    status, pixels = shoot("--theme", "dark", images[0])
    assert status == 0
    assert np.median(pixels[:, PANEL]) < 64


def test_twice_the_size(shoot: Shoot, images: list[Path]) -> None:
    _, small = shoot(images[0])
    status, large = shoot(images[0], scale=2)
    assert status == 0
    # The same layout, in twice the detail: shrunk, it is nearly the same picture.
    shrunk = large.reshape(SIZE[1], 2, SIZE[0], 2, 3).mean(axis=(1, 3))
    assert np.abs(shrunk - small).mean() < 8
