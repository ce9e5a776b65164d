"""A backup holds everything, says when it does not, and goes back into any kind of store."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.backup import archive
from core.cases.backup.restore import restore_backup
from core.cases.backup.verify import verify
from core.cases.patient_file import PatientFile
from core.cases.records import Patient
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.errors import BackupDamaged, OutputError, StoreNotEmpty, StoreTooNew
from tests.core.cases.filled import fill


def local(folder: Path) -> CaseAddress:
    return CaseAddress.of("", folder=folder)


def all_files(store: CaseStore) -> list[PatientFile]:
    lines = store.find(LesionQuery()).lines
    return [store.file_of(line.patient_id) for line in sorted(lines, key=lambda one: one.name)]


@pytest.fixture
def backup(store: CaseStore, tmp_path: Path) -> Path:
    fill(store, tmp_path)
    path = tmp_path / "backups" / "cases.zip"
    steps: list[tuple[int, int]] = []
    manifest = store.back_up(path, progress=lambda done, total: steps.append((done, total)))
    assert manifest.rows["patients"] == 2
    assert manifest.missing == []
    assert steps == [(0, 2), (1, 2), (2, 2)]
    return path


def test_all_of_it_comes_back(store: CaseStore, backup: Path, tmp_path: Path) -> None:
    before = all_files(store)
    assert [path.name for path in backup.parent.iterdir()] == ["cases.zip"]
    there = local(tmp_path / "there")
    CaseStore.open(there).close()  # what is empty may be filled
    restore_backup(backup, there)
    restored = CaseStore.open(there)
    assert all_files(restored) == before
    assert restored.drafts.read("note/1") == "half a sent"
    health = restored.examine(deep=True)
    assert health.good
    assert health.images == 2
    assert health.strangers == ()
    again = tmp_path / "again.zip"
    rows = verify(backup).rows
    noted = {"audit": rows["audit"] + 2}  # that it was restored, and backed up again
    assert restored.back_up(again).rows == rows | noted
    restored.close()


@pytest.mark.slow
def test_a_local_backup_goes_into_a_server(store: CaseStore, backup: Path, server: object) -> None:
    from tests.core.cases.postgresql import Server

    assert isinstance(server, Server)
    url = server.new_database().render_as_string()
    there = CaseAddress.of(url, folder=backup.parent / "there")
    restore_backup(backup, there)
    restored = CaseStore.open(there)
    assert all_files(restored) == all_files(store)
    restored.close()


def test_cases_are_never_mixed(address: CaseAddress, store: CaseStore, backup: Path) -> None:
    before = all_files(store)
    with pytest.raises(StoreNotEmpty, match="There are cases in"):
        restore_backup(backup, address)
    assert all_files(store) == before


def test_an_original_that_is_lost_is_said(store: CaseStore, tmp_path: Path) -> None:
    lost, changed = fill(store, tmp_path)
    store.images.path(lost.sha256).unlink()
    store.images.path(changed.sha256).write_bytes(b"something else")
    manifest = store.back_up(tmp_path / "b.zip")
    assert sorted(manifest.missing) == sorted([lost.sha256, changed.sha256])
    health = store.examine()
    assert (health.missing, health.changed) == ((lost.sha256,), ())
    health = store.examine(deep=True)
    assert (health.missing, health.changed) == ((lost.sha256,), (changed.sha256,))
    assert not health.good


def test_strangers_are_found_and_removed(store: CaseStore, tmp_path: Path) -> None:
    image, _ = fill(store, tmp_path)
    (tmp_path / "other").write_bytes(b"nobody's")
    with store.images.arriving(tmp_path / "other") as arrived:
        store.images.put(arrived)
    health = store.examine()
    assert health.good
    assert health.strangers == (store.images.name(arrived.sha256),)
    assert store.tidy() == 1
    assert store.examine().strangers == ()
    assert store.images.path(image.sha256).exists()


def test_every_changed_byte_of_a_member_is_found(backup: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(backup) as whole:
        for changed in whole.namelist():
            with zipfile.ZipFile(broken, "w") as copy:
                for name in whole.namelist():
                    content = whole.read(name)
                    copy.writestr(name, content[:-2] + b"x\n" if name == changed else content)
            if whole.read(changed):
                with pytest.raises(BackupDamaged):
                    verify(broken)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_half_a_backup_is_refused(backup: Path, tmp_path: Path, share: float) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: int(share * len(content))])
    there = local(tmp_path / "there")
    with pytest.raises(BackupDamaged, match="is no backup, or is damaged"):
        restore_backup(backup, there)
    assert not there.images.exists()


def test_what_is_not_listed_is_refused(backup: Path) -> None:
    with zipfile.ZipFile(backup, "a") as more:
        more.writestr("images/../../evil", b"x")
    with pytest.raises(BackupDamaged, match="does not hold what it lists"):
        verify(backup)


def test_no_rows_tell_which_migrations_have_been_run(backup: Path, tmp_path: Path) -> None:
    forged, rows = tmp_path / "forged.zip", b'{"version_num": "0001"}\n'
    member = "tables/alembic_version.jsonl"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(forged, "w") as copy:
        manifest = json.loads(whole.read(archive.MANIFEST))
        manifest["rows"]["alembic_version"] = 1
        manifest["sha256"][member] = hashlib.sha256(rows).hexdigest()
        for name in whole.namelist():
            kept = json.dumps(manifest) if name == archive.MANIFEST else whole.read(name)
            copy.writestr(name, kept)
        copy.writestr(member, rows)
    with pytest.raises(BackupDamaged, match="does not hold what it lists"):
        restore_backup(forged, local(tmp_path / "there"))


def test_a_bomb_is_refused_before_it_is_unpacked(backup: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(bomb, "w") as copy:
        for name in whole.namelist():
            kind = zipfile.ZIP_DEFLATED if name == "tables/notes.jsonl" else zipfile.ZIP_STORED
            copy.writestr(name, whole.read(name), compress_type=kind)
    with pytest.raises(BackupDamaged, match="another program"):
        verify(bomb)


def test_a_newer_backup_is_refused_by_name(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(archive, "FORMAT", 0)
        with pytest.raises(BackupDamaged, match="newer version"):
            verify(backup)
    monkeypatch.setattr("core.cases.backup.restore.known_revisions", frozenset)
    with pytest.raises(StoreTooNew, match="newer version"):
        restore_backup(backup, local(tmp_path / "there"))


def test_a_full_disk_keeps_the_backup_that_is_there(
    store: CaseStore, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backup.read_bytes()

    def full(_path: Path, _target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="cannot be written: No space left"):
        store.back_up(backup)
    assert backup.read_bytes() == before
    assert [path.name for path in backup.parent.iterdir()] == ["cases.zip"]


def test_a_restore_that_fails_leaves_no_rows(backup: Path, tmp_path: Path) -> None:
    there = local(tmp_path / "there")
    there.images.parent.mkdir(parents=True)
    there.images.write_text("a file where the folder should be")
    with pytest.raises(Exception, match="cannot be written"):
        restore_backup(backup, there)
    there.images.unlink()
    store = CaseStore.open(there)
    assert store.find(LesionQuery()).total == 0
    store.add(Patient())
    store.close()
