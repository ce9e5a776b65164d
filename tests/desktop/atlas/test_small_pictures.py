from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from core.errors import FileMissing
from desktop.atlas.small_pictures import read_small


def drawn(path: Path, colour: tuple[int, int, int]) -> Path:
    Image.new("RGB", (800, 400), colour).save(path)
    return path


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jpg"))


def test_a_picture_is_read_once_and_kept_small(tmp_path: Path) -> None:
    path, kept = drawn(tmp_path / "a.png", (200, 30, 30)), tmp_path / "small"
    first = read_small(path, kept=kept)
    assert (first.width(), first.height()) == (256, 128)
    (file,) = files(kept)
    Image.new("RGB", (10, 10)).save(file)  # told by its size that it is taken from here
    assert read_small(path, kept=kept).width() == 10


def test_another_file_of_the_same_name_is_another_picture(tmp_path: Path) -> None:
    path, kept = drawn(tmp_path / "a.png", (200, 30, 30)), tmp_path / "small"
    read_small(path, kept=kept)
    drawn(path, (30, 30, 200))
    os.utime(path, (1, 1))
    assert read_small(path, kept=kept).pixelColor(5, 5).blue() > 150


def test_what_cannot_be_kept_or_is_damaged_is_read_again(tmp_path: Path) -> None:
    path, kept = drawn(tmp_path / "a.png", (200, 30, 30)), tmp_path / "small"
    kept.write_text("no folder")
    assert read_small(path, kept=kept).width() == 256
    kept.unlink()
    read_small(path, kept=kept)
    (file,) = files(kept)
    file.write_bytes(b"torn")
    assert read_small(path, kept=kept).width() == 256


def test_a_missing_file_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_small(tmp_path / "none.png", kept=tmp_path)
