"""The item models keep Qt's promises, and say what views and screen readers need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.errors import TruncatedImage
from core.report.trust_words import NOVEL as WARNING
from core.trust.interpretation import Interpretation
from desktop.look.class_model import ClassModel, ClassRole, ClassRow, rows_of
from desktop.look.entries import EntryState, ImageEntry
from desktop.look.image_list import ImageList, ImageRole
from desktop.look.words import caption, spoken
from tests.desktop.fakes import NOVEL, make_analysis, make_card, make_rules


def entries(count: int) -> Sequence[ImageEntry]:
    return [ImageEntry(id=10 + place, source=b"", name=f"{place}.jpg") for place in range(count)]


def checked(model: QAbstractItemModel) -> QAbstractItemModelTester:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(model, mode, model)


@pytest.mark.usefixtures("qtbot")
def test_images_come_change_and_go() -> None:
    images = ImageList()
    checked(images)
    images.append(entries(3))
    images.append([])
    images.change(11, state=EntryState.FAILED, error=TruncatedImage("It ends too early."))
    images.remove(10)
    assert [entry.id for entry in images] == [11, 12]
    assert images.row_of(12) == 1
    images.change(10, name="gone")  # an answer that comes too late
    assert images.get(10) is None
    images.clear()
    assert len(images) == 0


def test_a_change_tells_only_its_row(qtbot: QtBot) -> None:
    images = ImageList()
    images.append(entries(3))
    with qtbot.waitSignal(images.dataChanged) as changed:
        images.change(11, name="other")
    first, last = changed.args[0], changed.args[1]
    assert (first.row(), last.row()) == (1, 1)


@pytest.mark.usefixtures("qtbot")
def test_what_a_screen_reader_says_of_an_image() -> None:
    images = ImageList()
    card = make_card()
    images.append(entries(2))
    images.change(10, state=EntryState.DONE, analysis=make_analysis(card), card=card)
    images.change(11, state=EntryState.FAILED, error=TruncatedImage("It ends too early."))
    said = [images.data(images.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert said == ["0.jpg. Melanoma 62 %", "1.jpg. No finding: It ends too early."]
    assert images.data(images.index(0), ImageRole.CAPTION) == "Melanoma 62 %"
    assert images.data(images.index(5)) is None


def test_what_is_said_of_an_image_that_is_not_to_be_believed() -> None:
    card = make_card(trust=make_rules())
    even = Interpretation(prevalence=dict.fromkeys(card.codes, 1 / 7))
    plain = ImageEntry(id=1, source=b"", name="a*.jpg", card=card)
    strange = replace(plain, analysis=make_analysis(card, novelty=NOVEL))
    assert caption(strange) == "Unlike a lesion"
    assert spoken(strange) == f"a*.jpg. {WARNING}"
    unsure = replace(plain, analysis=make_analysis(card, probability=0.5))
    assert caption(unsure) == "Melanoma 50 %"
    assert spoken(unsure) == "a*.jpg. Melanoma 50 %. Low certainty"
    moved = replace(plain, analysis=make_analysis(card, probability=0.9, interpretation=even))
    assert caption(moved) == "Melanoma 70 %*"
    assert spoken(moved) == "a*.jpg. Melanoma 70 % (re-weighted)"


@pytest.mark.usefixtures("qtbot")
def test_classes_stand_in_the_order_of_their_probabilities() -> None:
    card = make_card()
    model = ClassModel()
    checked(model)
    model.set_rows(rows_of(make_analysis(card, finding="bcc", probability=0.4), card))
    assert model.code_at(0) == "bcc"
    assert model.row_of("bcc") == 0
    assert model.row_of("unknown") is None
    row = model.data(model.index(0), ClassRole.ROW)
    assert isinstance(row, ClassRow)
    assert row.spoken == "Basal cell carcinoma: 40 %, counted as malignant"
    model.set_rows(())
    assert model.rowCount() == 0
