"""A change of the passphrase that is killed, or fails, leaves all or nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from core.cases.address import CaseAddress, beside
from core.cases.database import Database
from core.cases.records import StoredImage
from core.cases.turning import Turning, settle
from core.cases.vault import conversion
from core.cases.vault.conversion import decrypt, encrypt
from core.errors import (
    FailedAfterwards,
    OutputError,
    StoreBusy,
    StoreReadOnly,
    StoreUnavailable,
)
from tests.core.cases.vault.kept import MARKS, folder_of, kept, names
from tests.core.cases.vault.sealed_cases import PASSPHRASE, all_bytes
from tests.platforms import WINDOWS

removes_what_is_open = pytest.mark.skipif(WINDOWS, reason="what is open cannot be removed there")


class Killed(BaseException):
    """What nobody catches."""


def die(*_: object, **__: object) -> None:
    raise Killed


@pytest.mark.parametrize("before", ["plain", "sealed"])
@pytest.mark.parametrize("moment", ["early", "undecided", "decided", "settling"])
def test_a_kill_leaves_all_or_nothing(
    address: CaseAddress, images: list[StoredImage], monkeypatch: pytest.MonkeyPatch,
    before: str, moment: str,
) -> None:  # fmt: skip
    assert images
    content, files = kept(address), names(address)
    turn, old = encrypt, None
    if before == "sealed":
        encrypt(address, PASSPHRASE)
        turn, old, files = decrypt, PASSPHRASE, names(address)
    with monkeypatch.context() as patch, contextlib.suppress(Killed):
        if moment == "settling":
            patch.setattr(Turning, "_drop_plain", die)
            patch.setattr(Turning, "_drop_sealed", die)
        else:
            patch.setattr(Turning, "settle", die)
        if moment == "early":
            patch.setattr("core.cases.vault.originals.ImageStore.require_whole", die)
        if moment == "undecided":
            patch.setattr(conversion, "sync_folder", die)
            patch.setattr("core.cases.vault.key_file.KeyFile.write", die)
            patch.setattr(conversion, "used_key", die)
        turn(address, PASSPHRASE)
    turned = moment in {"decided", "settling"}
    now = (PASSPHRASE if before == "plain" else None) if turned else old
    assert kept(address, now) == content
    assert names(address) == files or turned
    assert not [name for name in names(address) if name.endswith((".new", ".turning", ".used"))]
    assert (address.images / "sealed").exists() is (now is not None)
    if now is not None and address.file is not None:
        assert not any(mark in all_bytes(folder_of(address)) for mark in MARKS)


def fail(*_: object, **__: object) -> None:
    raise StoreUnavailable("The server went away.")


@pytest.mark.parametrize("before", ["plain", "sealed"])
def test_what_fails_after_it_was_decided_is_not_called_a_failure(
    address: CaseAddress, images: list[StoredImage], monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    assert images
    content, turn = kept(address), encrypt
    if before == "sealed":
        encrypt(address, PASSPHRASE)
        turn = decrypt
    with monkeypatch.context() as patch:
        patch.setattr("core.cases.audit.book.AuditBook.note", fail)
        with pytest.raises(FailedAfterwards, match=r"is changed, but .* note it: The server"):
            turn(address, PASSPHRASE)
    assert kept(address, PASSPHRASE if before == "plain" else None) == content


def test_an_old_form_that_cannot_be_removed_yet_is_said_and_removed_later(
    address: CaseAddress, images: list[StoredImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("core.cases.turning.ImageStore.remove", fail)
        with pytest.raises(FailedAfterwards, match="is changed, but something failed"):
            encrypt(address, PASSPHRASE)
    kept(address, PASSPHRASE)
    assert not names(address) & {image.sha256 for image in images}


def test_the_end_of_locks_on_a_server_decides_nothing(
    images: list[StoredImage], address: CaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    if address.file is not None:
        pytest.skip("only a server's rows stay while the originals turn")
    content = kept(address)
    writing = Database.writing

    @contextlib.contextmanager
    def failing(database: Database) -> Iterator[Connection]:
        with writing(database) as connection:
            yield connection
        if address.sealed:
            fail()

    with monkeypatch.context() as patch:
        patch.setattr(Database, "writing", failing)
        patch.setattr(conversion, "_note", lambda *_: None)
        encrypt(address, PASSPHRASE)
    assert kept(address, PASSPHRASE) == content
    assert not names(address) & {image.sha256 for image in images}


def test_a_key_that_cannot_be_written_is_an_error_of_the_store(
    address: CaseAddress, images: list[StoredImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert images
    before = kept(address)

    def full(path: Path, data: bytes) -> None:
        del data
        raise OutputError("The key cannot be written.", value=path)

    monkeypatch.setattr("core.cases.vault.key_file.write_whole", full)
    with pytest.raises(StoreReadOnly, match="cannot be written"):
        encrypt(address, PASSPHRASE)
    assert kept(address) == before


def test_nothing_is_left_of_what_was_being_copied(
    address: CaseAddress, images: list[StoredImage]
) -> None:
    assert images
    for turn in (encrypt, decrypt):
        part = address.images / "incoming" / "killed.part"
        part.write_bytes(b"pixels of somebody")
        turn(address, PASSPHRASE)
        assert not part.exists()


@removes_what_is_open
def test_whoever_waited_at_a_marker_that_went_does_not_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = CaseAddress.of("", folder=tmp_path)
    marker = beside(address.key_file, ".turning")
    marker.touch()
    connect = sqlite3.connect

    def late(path: Path, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(path, **options)
        path.unlink()  # by whoever had it
        path.touch()  # by who comes next
        return connection

    monkeypatch.setattr("core.cases.turning.sqlite3.connect", late)
    with pytest.raises(StoreBusy, match="by another program"):
        settle(address)


@removes_what_is_open
def test_a_marker_goes_while_nobody_else_may_hold_it(
    address: CaseAddress, images: list[StoredImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert images
    unlink, locked = Path.unlink, list[Path]()

    def looked_at(path: Path, *, missing_ok: bool = False) -> None:
        if path.name.endswith(".turning"):
            with contextlib.closing(sqlite3.connect(path, timeout=0)) as other:
                try:
                    other.execute("BEGIN EXCLUSIVE")
                except sqlite3.OperationalError:
                    locked.append(path)
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", looked_at)
    encrypt(address, PASSPHRASE)
    assert len(locked) == 1
    assert not locked[0].exists()
