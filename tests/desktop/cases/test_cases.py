"""The parts behind the place "Cases", one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.cases.address import CaseAddress
from core.cases.fields import BodySite, Side
from core.cases.records import Patient, StoredImage
from core.cases.search import LesionLine
from core.cases.store import CaseStore
from core.errors import LentigoError, NotInStore, StoreBusy
from core.report.case_words import site_words
from desktop.cases.desk import CaseDesk
from desktop.cases.image_cells import ImageCells
from desktop.cases.lesion_list import LesionList
from desktop.cases.page_content import ImageCell, read_page
from desktop.cases.words import LesionRow, row_of
from tests.desktop.cases.filled import fill

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def address(tmp_path: Path) -> CaseAddress:
    return CaseAddress.of("", folder=tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, address: CaseAddress) -> Iterator[CaseDesk]:
    del qtbot
    desk = CaseDesk(where=lambda: address)
    yield desk
    desk.close()


def row(number: int) -> LesionRow:
    return LesionRow(f"l{number}", "p", f"Lesion {number}", "Face", "")


def unexpected(error: LentigoError) -> None:
    raise error


def add_patient(pseudonym: str, store: CaseStore) -> Patient:
    return store.add(Patient(pseudonym=pseudonym))


def test_what_is_asked_is_done_in_its_order_and_finished_at_the_end(
    desk: CaseDesk, qtbot: QtBot, address: CaseAddress
) -> None:
    assert address.file is not None
    assert not address.file.exists()
    done: list[Patient] = []
    for number in range(20):
        desk.ask(
            partial(add_patient, f"P-{number}"),
            done=done.append,
            failed=unexpected,
        )
    qtbot.waitUntil(lambda: len(done) >= 2)
    desk.close()  # whatever still waits is kept
    assert [patient.pseudonym for patient in done] == [f"P-{n}" for n in range(len(done))]
    store = CaseStore.open(address)
    with store._database.reading() as connection:  # noqa: SLF001  # bare patients are in no list
        count = connection.exec_driver_sql("SELECT count(*) FROM patients").scalar_one()
    store.close()
    assert count == 20


def test_a_store_that_could_not_be_opened_is_opened_by_the_next_question(
    qtbot: QtBot, address: CaseAddress
) -> None:
    failures: list[LentigoError] = []
    answers: list[str] = []

    def where() -> CaseAddress:
        if not failures:
            raise StoreBusy("Busy.")
        return address

    desk = CaseDesk(where=where)
    desk.ask(lambda store: store.address.words, done=answers.append, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    desk.ask(lambda store: store.address.words, done=answers.append, failed=unexpected)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [str(address.file)]
    desk.close()


def test_a_deleted_patient_is_a_named_error(desk: CaseDesk, qtbot: QtBot) -> None:
    errors: list[LentigoError] = []
    desk.ask(lambda store: read_page(store, "nobody"), done=print, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], NotInStore)


def test_lesions_behave_as_a_model_and_ask_once_for_each_page(qtbot: QtBot) -> None:
    del qtbot
    lesions = LesionList()
    tester = QAbstractItemModelTester(lesions, _FATAL)
    wanted: list[int] = []
    lesions.more_wanted.connect(wanted.append)
    lesions.show_first([row(0), row(1)], total=3)
    for _ in range(2):
        lesions.fetchMore(QModelIndex())
    assert wanted == [2]
    lesions.append([row(2)])
    assert not lesions.canFetchMore(QModelIndex())
    assert lesions.row_of("l2") == 2
    assert lesions.row_of("l9") is None
    lesions.show_first([row(5)], total=9)
    lesions.fetchMore(QModelIndex())
    lesions.append([])  # somebody else deleted the rest meanwhile
    assert not lesions.canFetchMore(QModelIndex())
    assert wanted == [2, 1]
    tester.deleteLater()


def test_images_behave_as_a_model(qtbot: QtBot) -> None:
    del qtbot
    image = StoredImage(
        lesion_id="l", visit_id="v", sha256="0" * 64, name="a.jpg", size=1, width=1, height=1
    )
    cell = ImageCell(
        image=image,
        source=Path("a"),
        visit_day=date(2026, 1, 1),
        day="1 Jan 2026",
        finding="Melanoma",
        share="62 %",
    )
    cells = ImageCells([cell, cell])
    tester = QAbstractItemModelTester(cells, _FATAL)
    cells.show_thumbnail(Path("a"), QImage(4, 4, QImage.Format.Format_RGB888))
    assert cells[1].thumbnail is not None
    spoken = cells.data(cells.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1 Jan 2026. a.jpg. Finding of the model: Melanoma 62 %"
    tester.deleteLater()


def test_a_lesion_is_said_in_three_lines() -> None:
    line = LesionLine(
        "l", "p", "P-1", "", "Mole", BodySite.UPPER_ARM, 1, date(2026, 3, 2), "mel", 0.62, None
    )
    said = row_of(line)
    assert said.title == "P-1 · Mole"
    assert said.place == "Upper arm · 1 image, last on 2 Mar 2026"
    assert said.finding == "Finding: Melanoma 62 %"
    bare = row_of(LesionLine("l", "p", "P-1", "Anna", "Mole", None, 0, None, None, None, "own"))
    assert bare.spoken == "Anna · Mole. Site not stated · no images yet. Diagnosis: own"


def test_a_place_is_said_as_far_as_it_is_known() -> None:
    assert site_words(BodySite.HAND, Side.LEFT) == "Hand, left"
    assert site_words(BodySite.BACK, None) == "Back"
    assert site_words(None, Side.MIDDLE) == "In the middle"
    assert site_words(None, None) == "Site not stated"


def test_a_page_holds_everything_in_its_order(address: CaseAddress) -> None:
    patient, other = fill(address)
    store = CaseStore.open(address)
    page = read_page(store, patient.id)
    bare = read_page(store, other.id)
    store.close()
    assert page.facts == "Female, born 1961"
    assert [section.title for section in page.sections] == [
        "Lesion 1 · Forearm, left",
        "Lesion 2 · Back",
    ]
    assert page.sections[0].cells[0].day == "14 Jan 2026"
    assert [note.text for note in page.sections[0].notes] == ["Has grown since spring."]
    assert bare.title == "Anna Nó (P-22A-BBBB)"
    assert bare.sections[0].cells == ()
