"""Stating a case mix: the sum is exact, and what is wrong is said in one sentence."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.application import make_application
from desktop.shell.case_mix import (
    WHOLE,
    CaseMixAnswer,
    CaseMixQuestion,
    in_hundredths,
    is_whole,
    verdict,
)
from desktop.shell.case_mix_dialog import CaseMixDialog

NAMES = {"mel": "Melanoma", "nv": "Melanocytic nevus", "bkl": "Benign keratosis-like lesion"}
FITTED = {"mel": 0.2, "nv": 0.7, "bkl": 0.1}


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30).filter(lambda one: sum(one) > 0.01))
def test_rounded_shares_sum_to_the_whole(shares: list[float]) -> None:
    rounded = in_hundredths(dict(enumerate(map(float, shares))))  # type: ignore[arg-type]  # any key
    assert is_whole(rounded.values())
    for value, share in zip(rounded.values(), shares, strict=True):
        assert math.isclose(value, WHOLE * share / sum(shares), abs_tol=1)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([5000, 2500], "Together 75 %: 25 % are missing."),
        ([9999, 2], "Together 100.01 %: 0.01 % too much."),
        ([9000, 1000], "Together 100 %."),
        ([WHOLE, 0], "Together 100 %. A class of 0 % will never be the finding."),
    ],
)
def test_how_the_shares_stand_is_one_sentence(values: list[int], words: str) -> None:
    assert verdict(values) == words


@pytest.fixture
def dialog(qtbot: QtBot) -> CaseMixDialog:
    return opened(qtbot, stated=None)


def opened(qtbot: QtBot, *, stated: dict[str, float] | None) -> CaseMixDialog:
    make_application()
    made = CaseMixDialog(CaseMixQuestion(NAMES, FITTED, stated))
    qtbot.addWidget(made)
    made.show()
    return made


def own(dialog: CaseMixDialog) -> QRadioButton:
    (found,) = (one for one in dialog.findChildren(QRadioButton) if "own" in one.text())
    return found


def box(dialog: CaseMixDialog, name: str) -> QDoubleSpinBox:
    (found,) = (
        one for one in dialog.findChildren(QDoubleSpinBox) if one.accessibleName().endswith(name)
    )
    return found


def accepts(dialog: CaseMixDialog) -> bool:
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_at_first_nothing_is_re_weighted(dialog: CaseMixDialog) -> None:
    assert dialog.answer == CaseMixAnswer(None)
    assert accepts(dialog)
    assert not box(dialog, "Melanoma").isEnabled()
    assert box(dialog, "Melanoma").text() == "20.00 %"


def test_an_own_case_mix_by_keyboard(dialog: CaseMixDialog) -> None:
    QTest.keyClick(own(dialog), Qt.Key.Key_Space)
    melanoma = box(dialog, "Melanoma")
    melanoma.setFocus()
    melanoma.selectAll()
    QTest.keyClicks(melanoma, "5")
    assert not accepts(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Together 85 %: 15 % are missing." in words
    nevus = box(dialog, "nevus")
    nevus.selectAll()
    QTest.keyClicks(nevus, "85")
    assert accepts(dialog)
    QTest.keyClick(nevus, Qt.Key.Key_Return)
    assert dialog.result() == CaseMixDialog.DialogCode.Accepted
    assert dialog.answer == CaseMixAnswer({"mel": 0.05, "nv": 0.85, "bkl": 0.1})


def test_what_was_stated_stands_there_and_can_be_taken_back(qtbot: QtBot) -> None:
    dialog = opened(qtbot, stated={"mel": 0.5, "nv": 0.25, "bkl": 0.25})
    assert own(dialog).isChecked()
    assert dialog.answer.shares == {"mel": 0.5, "nv": 0.25, "bkl": 0.25}
    (fitted,) = (one for one in dialog.findChildren(QRadioButton) if "training" in one.text())
    fitted.click()
    assert dialog.answer == CaseMixAnswer(None)
