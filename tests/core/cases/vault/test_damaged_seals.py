"""Sealed cases that were changed, or whose key is gone, never look whole."""

from __future__ import annotations

import pytest

from core.cases.address import CaseAddress
from core.cases.records import StoredImage
from core.cases.store import CaseStore
from core.cases.vault.conversion import decrypt, encrypt
from core.errors import (
    KeyFileDamaged,
    StoreDamaged,
)
from tests.core.cases.vault.kept import kept, names
from tests.core.cases.vault.sealed_cases import PASSPHRASE


def test_an_original_that_was_changed_is_not_made_to_look_whole(
    address: CaseAddress, images: list[StoredImage]
) -> None:
    original = address.images / images[0].sha256[:2] / images[0].sha256
    original.write_bytes(b"something else")
    with pytest.raises(StoreDamaged, match="nothing was converted"):
        encrypt(address, PASSPHRASE)
    assert not [name for name in names(address) if name.endswith((".new", ".turning", ".key"))]
    _, health = kept(address)
    assert health.changed == (images[0].sha256,)
    assert not (address.images / "sealed").exists()
    original.unlink()  # one that is lost keeps nobody from protecting the others
    encrypt(address, PASSPHRASE)
    _, health = kept(address, PASSPHRASE)
    assert health.missing == (images[0].sha256,)


def test_a_lost_key_is_said_and_no_new_cases_are_begun(
    address: CaseAddress, images: list[StoredImage]
) -> None:
    assert images
    encrypt(address, PASSPHRASE)
    aside = address.key_file.rename(address.key_file.with_suffix(".aside"))
    with pytest.raises(KeyFileDamaged, match=r"is not in .* any more"):
        CaseStore.open(address)
    aside.rename(address.key_file)
    kept(address, PASSPHRASE)


def test_swapped_and_changed_originals_are_noticed(
    address: CaseAddress, images: list[StoredImage]
) -> None:
    encrypt(address, PASSPHRASE)
    store = CaseStore.open(address, passphrase=PASSPHRASE)
    one, other = (store.images.path(image.sha256) for image in images)
    contents = [one.read_bytes(), other.read_bytes()]
    one.write_bytes(contents[1])
    assert store.examine(deep=True).changed == (images[0].sha256,)
    one.write_bytes(contents[0][:-1] + bytes([contents[0][-1] ^ 1]))
    assert store.examine(deep=True).changed == (images[0].sha256,)
    store.close()
    with pytest.raises(StoreDamaged):
        decrypt(address, PASSPHRASE)
    one.write_bytes(contents[0])
    _, health = kept(address, PASSPHRASE)
    assert health.good


def test_every_page_of_the_database_is_sealed(
    images: list[StoredImage], address: CaseAddress
) -> None:
    if address.file is None:
        pytest.skip("a server's database is not encrypted by us")
    assert images
    encrypt(address, PASSPHRASE)
    whole = address.file.read_bytes()
    for place in range(100, len(whole), 4096):
        changed = bytearray(whole)
        changed[place] ^= 1
        address.file.write_bytes(changed)
        try:
            store = CaseStore.open(address, passphrase=PASSPHRASE)
        except StoreDamaged:
            continue
        try:
            assert not store.examine().good
        except StoreDamaged:
            continue
        finally:
            store.close()
    address.file.write_bytes(whole)
    kept(address, PASSPHRASE)
