"""Files that `classify --dicom` wrote, as dcmtk reads them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.cli import main
from core.images import ImageReader
from core.paths import examples_folder
from tests.core.tiny import tiny_bundle

pytestmark = pytest.mark.skipif(
    shutil.which("dcm2pnm") is None, reason="dcm2pnm and dcmdump (dcmtk) are not here"
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is written about an example, and its heat map as PNG beside it."""
    folder = tmp_path_factory.mktemp("dicom")
    model = tiny_bundle(folder / "model").folder
    words = ["classify", str(example()), "--model", str(model), "--device", "cpu"]
    assert main([*words, "--dicom", str(folder), "--overlay", str(folder)]) == 0
    return folder


def example() -> Path:
    return min(examples_folder().glob("*.jpg"))


def drawn(file: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    target = file.with_suffix(".ppm")
    subprocess.run(["dcm2pnm", file, target], check=True)
    with Image.open(target) as image:
        return np.asarray(image)


def test_the_picture_has_the_same_colours(out: Path) -> None:
    with ImageReader() as reader:
        expected = reader.read(example()).pixels
    np.testing.assert_array_equal(drawn(out / f"{example().stem}.image.dcm"), expected)


def test_the_heat_map_has_the_colours_of_the_one_that_is_saved_as_a_picture(out: Path) -> None:
    (saved,) = out.glob("*.png")
    with Image.open(saved) as image:
        expected = np.asarray(image.convert("RGB"))
    np.testing.assert_array_equal(drawn(out / f"{example().stem}.heatmap.dcm"), expected)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("image", "DermoscopicPhotography"),
        ("heatmap", "SecondaryCapture"),
        ("report", "Comprehensive3DSR"),
    ],
)
def test_every_object_is_read_to_its_end(out: Path, kind: str, said: str) -> None:
    file = out / f"{example().stem}.{kind}.dcm"
    read = subprocess.run(["dcmdump", "+E", file], capture_output=True, text=True, check=True)
    assert said in read.stdout
    assert "error" not in read.stderr.lower()
