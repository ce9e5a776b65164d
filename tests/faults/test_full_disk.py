"""A full disk: one sentence, nothing half-written, and what was there before stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.backup.restore import restore_backup
from core.cases.records import Patient
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.cases.vault.conversion import encrypt
from core.errors import BundleError, StoreError, StoreFull
from core.installed.pointer import read_pointer
from core.installed.replacing import install
from core.learning.store.store import LearningStore
from core.model import Bundle
from core.paths import examples_folder
from tests.core.tiny import tiny_bundle
from tests.faults.conftest import Run, fill_up

EXAMPLES = examples_folder()
EXAMPLE = EXAMPLES / "phantom-globular.jpg"
ONE_PAGE = 4096
TIMES = 4

Command = Callable[[Path, Path], Sequence[object]]
"""Of the disk and the model: what a user would type."""
COMMANDS: dict[str, Command] = {
    "heat-map": lambda disk, model: ("classify", EXAMPLE, "--overlay", disk, "--model", model),
    "report": lambda disk, model: ("classify", EXAMPLE, "--report", disk / "r", "--model", model),
    "dicom": lambda disk, model: ("classify", EXAMPLE, "--dicom", disk, "--model", model),
    "fhir": lambda disk, model: ("classify", EXAMPLE, "--fhir", disk, "--model", model),
    "batch": lambda disk, model: ("batch", EXAMPLES, "--out", disk / "r.csv", "--model", model),
    "demo": lambda disk, model: ("demo", "--out", disk / "demo", "--model", model),
    "atlas": lambda disk, _: ("atlas", "starter", "--out", disk / "atlas"),
}  # fmt: skip
NO_ROOM = r"room|space"
PASSPHRASE = "correct horse battery staple"
OF_CASES: dict[str, Command] = {
    "backup": lambda disk, _: ("backup", disk / "cases.zip"),
    "table": lambda disk, _: ("cases", "export", disk / "cases.csv"),
}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def require_refusal(status: int, complaint: str) -> None:
    assert status != 0
    assert "Traceback" not in complaint
    last = complaint.strip().splitlines()[-1]
    assert len(last) > len("lentigo: ")


def add_many(store: CaseStore) -> None:
    for number in range(10_000):
        store.add(Patient(name=f"Another {number}" * 50))


def add_profiles(store: LearningStore) -> None:
    for number in range(10_000):
        store.add_profile(f"Another {number}" * 50)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_written_anew_leaves_nothing_behind(
    name: str, run: Run, small_disk: Path, model: Path
) -> None:
    fill_up(small_disk)
    status, _, complaint = run(*COMMANDS[name](small_disk, model))
    require_refusal(status, complaint)
    assert names(small_disk) == {"filler"}


def test_a_batch_keeps_whole_rows_and_goes_on_when_there_is_room(
    run: Run, small_disk: Path, model: Path
) -> None:
    table, pictures = small_disk / "r.csv", small_disk.parent / "pictures"
    for number in range(TIMES):
        shutil.copytree(EXAMPLES, pictures / str(number))
    command = ("batch", pictures, "--out", table, "--model", model)
    fill_up(small_disk, but=ONE_PAGE)
    status, _, complaint = run(*command)
    require_refusal(status, complaint)
    assert "space" in complaint
    assert table.read_bytes().endswith(b"\n")
    assert len(table.read_text().splitlines()) > 1
    (small_disk / "filler").unlink()
    assert run(*command)[0] == 0
    lines = table.read_text().splitlines()
    assert len(lines) == len(set(lines)) == 1 + len(list(pictures.rglob("*.jpg")))


@pytest.mark.parametrize("name", OF_CASES)
def test_cases_go_to_another_disk_or_not_at_all(
    name: str, run: Run, small_disk: Path, practice: CaseAddress, tmp_path: Path
) -> None:
    del practice
    fill_up(small_disk)
    place = ("--database", tmp_path / "practice" / "cases.sqlite")
    status, _, complaint = run(*OF_CASES[name](small_disk, tmp_path), *place)
    require_refusal(status, complaint)
    assert names(small_disk) == {"filler"}


def test_cases_stay_readable_and_whole(small_disk: Path) -> None:
    address = CaseAddress.of("", folder=small_disk / "practice")
    store = CaseStore.open(address)
    first = store.add(Patient(name="Anna"))
    fill_up(small_disk)
    with pytest.raises(StoreFull):
        add_many(store)
    assert store.get(Patient, first.id) == first
    assert store.examine(deep=True).good
    (small_disk / "filler").unlink()
    later = store.add(Patient(name="Later"))
    store.close()
    again = CaseStore.open(address)
    assert again.get(Patient, later.id) == later
    assert again.find(LesionQuery()) is not None
    again.close()


def test_a_backup_goes_back_whole_or_not_at_all(
    small_disk: Path, practice: CaseAddress, tmp_path: Path
) -> None:
    store = CaseStore.open(practice)
    store.back_up(tmp_path / "cases.zip")
    store.close()
    there = CaseAddress.of("", folder=small_disk / "practice")
    fill_up(small_disk, but=8 * ONE_PAGE)
    with pytest.raises(StoreError, match=NO_ROOM):
        restore_backup(tmp_path / "cases.zip", there)
    (small_disk / "filler").unlink()
    restore_backup(tmp_path / "cases.zip", there)  # nothing is in its way
    again = CaseStore.open(there)
    assert again.examine(deep=True).good
    assert again.find(LesionQuery()).total == 2
    again.close()


def test_cases_are_encrypted_or_as_before(small_disk: Path) -> None:
    address = CaseAddress.of("", folder=small_disk / "practice")
    store = CaseStore.open(address)
    kept = store.add(Patient(name="Anna" * 10_000))
    store.close()
    fill_up(small_disk, but=8 * ONE_PAGE)
    with pytest.raises(StoreError, match=NO_ROOM):
        encrypt(address, PASSPHRASE)
    assert not address.sealed
    again = CaseStore.open(address)
    assert again.get(Patient, kept.id) == kept
    again.close()


def test_answers_stay_readable_and_whole(small_disk: Path) -> None:
    file = small_disk / "learning.sqlite3"
    store = LearningStore.open(file)
    kept = store.add_profile("Ayu")
    fill_up(small_disk)
    with pytest.raises(StoreFull, match="no room left"):
        add_profiles(store)
    assert kept in store.profiles()
    (small_disk / "filler").unlink()
    later = store.add_profile("Later")
    store.close()
    again = LearningStore.open(file)
    assert {kept, later} <= set(again.profiles())
    again.close()


def test_a_model_is_installed_or_the_former_stays(small_disk: Path, tmp_path: Path) -> None:
    folder = small_disk / "models"
    first, second = (tiny_bundle(tmp_path / str(seed), seed=seed) for seed in (1, 2))
    install(first.folder, folder=folder)
    before = read_pointer(folder)
    fill_up(small_disk, but=ONE_PAGE)
    with pytest.raises(BundleError, match="space"):
        install(second.folder, folder=folder)
    assert read_pointer(folder) == before
    assert Bundle.load(folder / before.current).sha256 == first.sha256
    assert not list(folder.glob(".incoming-*"))
