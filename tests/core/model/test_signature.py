"""A signature is of these files and by this key, or the bundle is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from core.errors import BundleDamaged
from core.model import Bundle
from core.model.bundle_files import SUMS
from core.model.signature import SIGNATURE
from tests.core.model.signing import sign
from tests.core.tiny import tiny_bundle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "model").folder


def test_a_bundle_is_unsigned_or_signed_by_somebody(folder: Path) -> None:
    assert Bundle.load(folder).signature is None
    signature = sign(folder, name="Klinik Kulit «Ä»")
    bundle = Bundle.load(folder)
    assert bundle.signature == bundle.described.signature == signature
    assert signature.public_key.startswith(signature.short_key)


def test_the_signature_of_other_files_is_refused(folder: Path) -> None:
    sign(folder)
    sums = (folder / SUMS).read_text(encoding="ascii").splitlines(keepends=True)
    (folder / SUMS).write_text("".join(reversed(sums)), encoding="ascii")  # the files still fit
    with pytest.raises(BundleDamaged, match="a signature that is not of these files"):
        Bundle.load(folder)


@pytest.mark.parametrize("changed", ["name", "public_key", "signature", "format"])
def test_every_part_of_it_counts(folder: Path, changed: str) -> None:
    sign(folder)
    content = json.loads((folder / SIGNATURE).read_text(encoding="utf-8"))
    other = Ed25519PrivateKey.generate()
    values = {
        "name": "Somebody else",
        "public_key": other.public_key().public_bytes_raw().hex(),
        "signature": other.sign(b"").hex(),
        "format": 2,
    }
    text = json.dumps(content | {changed: values[changed]})
    (folder / SIGNATURE).write_text(text, encoding="utf-8")
    with pytest.raises(BundleDamaged):
        Bundle.load(folder)


@pytest.mark.parametrize("content", ["", "[]", '{"name": 1}', '{"name": "a", "public_key": "00"}'])
def test_what_is_no_signature_is_refused(folder: Path, content: str) -> None:
    (folder / SIGNATURE).write_text(content, encoding="utf-8")
    with pytest.raises(BundleDamaged):
        Bundle.load(folder)


def test_a_name_that_could_look_like_words_of_ours_is_refused(folder: Path) -> None:
    sign(folder, name="Hospital IT\nNot by Hospital IT")
    with pytest.raises(BundleDamaged):
        Bundle.load(folder)


def test_a_new_bundle_in_its_place_is_unsigned(folder: Path) -> None:
    sign(folder)
    assert tiny_bundle(folder, version="2").signature is None
