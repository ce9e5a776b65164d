"""The stores, as the self-test sees them: tried aside, and the user's own left as they are."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from core.cases.vault.conversion import encrypt
from core.selftest.check import Check, CheckName, Outcome
from core.selftest.stores import store_checks
from tests.core.cases.filled import fill


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseAddress:
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "here" / "c.sqlite3"))
    monkeypatch.setenv("LENTIGO_CASE_IMAGES", str(tmp_path / "here" / "images"))
    return CaseAddress.default()


@pytest.fixture
def practice(address: CaseAddress, tmp_path: Path) -> CaseAddress:
    store = CaseStore.open(address)
    fill(store, tmp_path)
    store.close()
    return address


def own() -> Check:
    (check,) = (one for one in store_checks() if one.name is CheckName.CASES)
    return check


@pytest.mark.expected_logs("check of database broke down", "check of image_store broke down")
def test_without_room_for_temporary_files_the_other_checks_are_made(
    address: CaseAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del address
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    outcomes = [check.outcome for check in store_checks()]
    assert outcomes == [Outcome.FAILED, Outcome.FAILED, Outcome.SKIPPED]


def test_where_there_are_no_cases_none_are_made(address: CaseAddress, tmp_path: Path) -> None:
    database, images, cases = store_checks()
    assert database.outcome is images.outcome is Outcome.PASSED
    assert cases.outcome is Outcome.SKIPPED
    assert not list(tmp_path.iterdir())
    assert not address.sealed


@pytest.mark.usefixtures("practice")
def test_own_cases_are_counted_and_name_nobody() -> None:
    check = own()
    assert check.outcome is Outcome.PASSED
    assert check.sentence == "The database of the cases here is whole, with its 2 images."
    assert check.facts["current"] is True


def test_a_lost_original_is_found(practice: CaseAddress) -> None:
    next(practice.images.rglob("??/*")).unlink()
    check = own()
    assert (check.outcome, check.facts["missing"]) == (Outcome.FAILED, 1)


def test_older_cases_are_not_migrated(practice: CaseAddress) -> None:
    set_revision(practice, "0003")
    check = own()
    assert (check.outcome, check.facts["current"]) == (Outcome.PASSED, False)
    assert "migrated when next opened" in check.sentence
    assert own().facts["revision"] == "0003"


def test_cases_of_a_newer_version_are_said_to_be_so(practice: CaseAddress) -> None:
    set_revision(practice, "9999")
    check = own()
    assert (check.outcome, check.facts) == (Outcome.FAILED, {"kind": "StoreTooNew"})


def set_revision(address: CaseAddress, revision: str) -> None:
    assert address.file is not None
    with sqlite3.connect(address.file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()


def test_protected_cases_stay_closed(practice: CaseAddress) -> None:
    encrypt(practice, "correct horse")
    check = own()
    assert (check.outcome, check.facts) == (Outcome.SKIPPED, {"protected": True})


@pytest.mark.expected_logs("the check of (database|image_store) broke down")
def test_whatever_breaks_is_an_answer(
    address: CaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_address: CaseAddress) -> None:
        raise RuntimeError(address.words)

    monkeypatch.setattr(CaseStore, "open", break_down)
    database, images, cases = store_checks()
    assert database.outcome is images.outcome is Outcome.FAILED
    assert database.sentence.endswith("nobody foresaw (RuntimeError).")
    assert cases.outcome is Outcome.SKIPPED
