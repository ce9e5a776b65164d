"""Originals stay as they came, or are not there at all."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from core.cases.image_store import ImageStore
from core.cases.vault.keys import Keys
from core.cases.vault.sealed import Sealed
from core.errors import AccessDenied, FileMissing, StoreDamaged, StoreFull, StoreUnavailable


@pytest.fixture(params=[None, Sealed(Keys(b"k" * 32))], ids=["plain", "sealed"])
def images(request: pytest.FixtureRequest, tmp_path: Path) -> ImageStore:
    return ImageStore(tmp_path / "images", request.param)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(os.urandom(3 << 20))
    return path


def keep(images: ImageStore, path: Path) -> str:
    with images.arriving(path) as arrived:
        images.put(arrived)
    return arrived.sha256


def files(images: ImageStore) -> list[Path]:
    return [path for path in images.folder.rglob("*") if path.is_file()]


def test_an_original_lies_under_its_checksum(images: ImageStore, photo: Path) -> None:
    sha256 = keep(images, photo)
    assert sha256 == hashlib.sha256(photo.read_bytes()).hexdigest()
    with images.reading(sha256) as file:
        assert file.read() == photo.read_bytes()
    assert list(images.names()) == [images.name(sha256)]
    images.require_whole(sha256)
    assert keep(images, photo) == sha256
    assert files(images) == [images.path(sha256)]


def test_what_is_not_put_in_its_place_leaves_nothing(images: ImageStore, photo: Path) -> None:
    with images.arriving(photo) as arrived:
        assert arrived.size == 3 << 20
    assert files(images) == []


def test_a_damaged_original_is_replaced_by_a_whole_one(images: ImageStore, photo: Path) -> None:
    sha256 = keep(images, photo)
    for damage in (b"", b"half", b"x" * photo.stat().st_size):
        images.path(sha256).write_bytes(damage)
        keep(images, photo)
        images.require_whole(sha256)


def test_damage_is_found(images: ImageStore, photo: Path) -> None:
    sha256 = keep(images, photo)
    content = bytearray(images.path(sha256).read_bytes())
    content[1000] ^= 1
    images.path(sha256).write_bytes(content)
    with pytest.raises(StoreDamaged, match="has been changed"):
        images.require_whole(sha256)
    images.remove(sha256)
    images.remove(sha256)
    with pytest.raises(FileMissing, match="not in the image store"):
        images.require_whole(sha256)


def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    images: ImageStore, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFull, match="no room left"):
        keep(images, photo)
    assert files(images) == []


def test_a_source_that_cannot_be_read_is_its_own_error(images: ImageStore, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        keep(images, tmp_path / "no.jpg")
    with pytest.raises(AccessDenied):
        keep(images, tmp_path)


def test_a_file_in_the_place_of_the_folder_is_a_sentence(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "images").write_text("")
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        keep(ImageStore(tmp_path / "images"), photo)


def test_what_an_interrupted_copy_left_is_cleared(images: ImageStore, photo: Path) -> None:
    sha256 = keep(images, photo)
    (images.folder / "incoming" / "x.part").write_bytes(b"half")
    images.clear_incoming()
    assert files(images) == [images.path(sha256)]
    ImageStore(images.folder / "not there").clear_incoming()
