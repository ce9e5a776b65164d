"""Cases go under a passphrase and out again whole, whatever happens on the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.audit.acts import Act
from core.cases.records import Lesion, StoredImage, Visit
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.cases.vault.conversion import change_passphrase, decrypt, encrypt
from core.errors import (
    AlreadySealed,
    NotSealed,
    PassphraseTooShort,
    StoreBusy,
    StoreSealed,
    WrongPassphrase,
)
from tests.core.cases.vault.kept import MARKS, folder_of, kept, names
from tests.core.cases.vault.sealed_cases import OTHER, PASSPHRASE, WRONG, all_bytes


def test_there_and_back(address: CaseAddress, images: list[StoredImage]) -> None:
    before, files = kept(address), names(address)
    steps: list[tuple[int, int]] = []
    encrypt(address, PASSPHRASE, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 2), (1, 2), (2, 2)]
    with pytest.raises(StoreSealed, match="protected with a passphrase"):
        CaseStore.open(address)
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        CaseStore.open(address, passphrase=WRONG)
    assert kept(address, PASSPHRASE) == before
    assert not names(address) & {image.sha256 for image in images}
    decrypt(address, PASSPHRASE)
    assert kept(address) == before
    assert names(address) == files
    store = CaseStore.open(address)
    assert [one.act for one in store.audit.entries()] == [Act.ENCRYPTED, Act.DECRYPTED]
    store.close()


def test_nothing_is_left_in_clear(images: list[StoredImage], address: CaseAddress) -> None:
    if address.file is None:
        pytest.skip("a server's database is not encrypted by us")
    assert all(mark in all_bytes(folder_of(address)) for mark in MARKS)
    encrypt(address, PASSPHRASE)
    store = CaseStore.open(address, passphrase=PASSPHRASE)
    try:
        store.drafts.keep("note/2", "half a sent, and more " * 1000)
        written = all_bytes(folder_of(address))  # with the journal of what is open
    finally:
        store.close()
    for mark in (*MARKS, images[0].sha256.encode(), bytes.fromhex(images[0].sha256)):
        assert mark not in written
        assert mark not in all_bytes(folder_of(address))


def test_another_passphrase_opens_the_same(address: CaseAddress, images: list[StoredImage]) -> None:
    assert images
    encrypt(address, PASSPHRASE)
    before, sealed = kept(address, PASSPHRASE), all_bytes(address.images / "sealed")
    change_passphrase(address, PASSPHRASE, OTHER)
    with pytest.raises(WrongPassphrase):
        CaseStore.open(address, passphrase=PASSPHRASE)
    assert kept(address, OTHER) == before
    assert all_bytes(address.images / "sealed") == sealed


def test_what_makes_no_sense_is_refused(address: CaseAddress, images: list[StoredImage]) -> None:
    assert images
    before = kept(address)
    with pytest.raises(NotSealed):
        decrypt(address, PASSPHRASE)
    with pytest.raises(NotSealed):
        change_passphrase(address, PASSPHRASE, PASSPHRASE)
    with pytest.raises(PassphraseTooShort):
        encrypt(address, "short")
    assert kept(address) == before
    encrypt(address, PASSPHRASE)
    with pytest.raises(AlreadySealed):
        encrypt(address, PASSPHRASE)
    with pytest.raises(PassphraseTooShort):
        change_passphrase(address, PASSPHRASE, "short")
    for refused in (decrypt, lambda where, typed: change_passphrase(where, typed, PASSPHRASE)):
        with pytest.raises(WrongPassphrase):
            refused(address, WRONG)
    assert kept(address, PASSPHRASE) == before


def test_nobody_may_have_them_open(images: list[StoredImage], address: CaseAddress) -> None:
    if address.file is None:
        pytest.skip("several may have a server's cases open")
    assert images
    store = CaseStore.open(address)
    with pytest.raises(StoreBusy, match="open elsewhere"):
        encrypt(address, PASSPHRASE)
    store.close()
    before = kept(address)
    encrypt(address, PASSPHRASE)
    store = CaseStore.open(address, passphrase=PASSPHRASE)
    with pytest.raises(StoreBusy, match="open elsewhere"):
        decrypt(address, PASSPHRASE)
    store.close()
    assert kept(address, PASSPHRASE) == before


def test_nobody_elsewhere_may_have_them_open(root: Path, tmp_path: Path) -> None:
    address = CaseAddress.of("", folder=tmp_path / "cases")
    command = [sys.executable, "-m", "tests.core.cases.vault.opener", str(tmp_path / "cases")]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            with pytest.raises(StoreBusy, match="open elsewhere"):
                encrypt(address, PASSPHRASE)
        finally:
            other.kill()
    kept(address)
    encrypt(address, PASSPHRASE)


def test_nobody_gets_in_meanwhile(
    images: list[StoredImage], address: CaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert images
    tried: list[str] = []

    def try_it(_done: int, _total: int) -> None:
        with pytest.raises(StoreBusy) as refused:
            CaseStore.open(address)
        tried.append(refused.value.message)

    monkeypatch.setattr("core.cases.database.PATIENCE", 0.1)
    encrypt(address, PASSPHRASE, progress=try_it)
    assert set(tried) == {tried[0]}
    assert "by another program" in tried[0]


def test_whoever_has_them_open_on_a_server_meanwhile_is_told(
    images: list[StoredImage], address: CaseAddress, tmp_path: Path
) -> None:
    if address.file is not None:
        pytest.skip("nobody may have local cases open")
    store = CaseStore.open(address)
    image = images[0]
    lesion, visit = store.get(Lesion, image.lesion_id), store.get(Visit, image.visit_id)
    encrypt(address, PASSPHRASE)
    with pytest.raises(StoreBusy, match="open them again"):
        store.bring_in(tmp_path / "photo-0.jpg", lesion=lesion, visit=visit, shape=Shape(1, 1))
    store.close()
    _, health = kept(address, PASSPHRASE)
    assert health.strangers == ()
    assert b"pixels 0" not in all_bytes(address.images)
