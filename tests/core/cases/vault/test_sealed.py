"""Sealed originals are read in memory, under names that tell nothing, or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from core.cases.image_store import ImageStore
from core.cases.vault.keys import Keys
from core.cases.vault.sealed import Sealed, SealedOriginal
from core.errors import FileMissing, ImageError, UnreadableImage
from core.images import ImageReader

KEYS = Keys(b"k" * 32)


@pytest.fixture
def picture() -> bytes:
    file = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(file, "PNG")
    return file.getvalue()


def keep(folder: Path, content: bytes) -> tuple[ImageStore, SealedOriginal]:
    images = ImageStore(folder, Sealed(KEYS))
    with images.arriving(content) as arrived:
        images.put(arrived)
    original = images.original(arrived.sha256)
    assert isinstance(original, SealedOriginal)
    return images, original


def test_a_sealed_picture_is_decoded_like_any_other(tmp_path: Path, picture: bytes) -> None:
    images, original = keep(tmp_path, picture)
    assert picture[:32] not in original.path.read_bytes()
    with ImageReader(workers=1) as reader:
        sealed, plain = reader.read(original), reader.read(picture)
        assert (sealed.pixels == plain.pixels).all()
        assert sealed.record == plain.record
        assert original.path.name != sealed.record.sha256
        assert reader.metadata(original) == reader.metadata(picture)
    assert [path for path in images.folder.rglob("*") if path.is_file()] == [original.path]


def test_the_same_bytes_lie_there_once(tmp_path: Path, picture: bytes) -> None:
    images, first = keep(tmp_path, picture)
    _, second = keep(tmp_path, picture)
    assert first == second
    assert hash(first) == hash(second)
    assert len(list(images.names())) == 1


def test_what_is_damaged_or_gone_is_said(tmp_path: Path, picture: bytes) -> None:
    images, original = keep(tmp_path, picture)
    _, other = keep(tmp_path, b"other")
    content = original.path.read_bytes()
    with ImageReader(workers=1) as reader:
        for wrong in (b"", content[:-1], content + b"x", other.path.read_bytes()):
            original.path.write_bytes(wrong)
            with pytest.raises(UnreadableImage, match="has been changed"):
                reader.read(original)
        original.path.unlink()
        with pytest.raises(FileMissing, match="any more"):
            reader.read(original)
        images.folder.joinpath(original.path.parent.name).mkdir(exist_ok=True)
        original.path.mkdir()
        with pytest.raises(ImageError, match="cannot be read"):
            reader.read(original)
        assert reader.read(picture).record.width == 256  # the process has survived


def test_no_key_is_told_by_what_is_logged(tmp_path: Path, picture: bytes) -> None:
    _, original = keep(tmp_path, picture)
    for words in (repr(original), repr(Sealed(KEYS)), repr(KEYS), str(original)):
        assert "kkkk" not in words
        assert KEYS.data.hex() not in words
