"""What is said in another language than English."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from core.language import Language, current
from desktop.language.words import count, mark, tr

Speak = Callable[[Language], None]
CANCEL = QDialogButtonBox.StandardButton.Cancel


def test_texts_numbers_and_plurals_are_those_of_the_language(speak: Speak) -> None:
    speak(Language.INDONESIAN)
    assert tr("{length:.1f} mm", length=1.25) == "1,2 mm"
    assert count("{n:,} image", "{n:,} images", n=2000) == "2.000 citra"
    assert tr(mark("Body map")) == "Peta tubuh"


def test_english_is_spoken_again(speak: Speak) -> None:
    speak(Language.INDONESIAN)
    speak(Language.ENGLISH)
    assert tr("Body map") == "Body map"
    assert QLocale().name() == QLocale.system().name()


def test_qt_speaks_the_language_too(speak: Speak, qtbot: QtBot) -> None:
    speak(Language.INDONESIAN)
    buttons = QDialogButtonBox(CANCEL)
    qtbot.addWidget(buttons)
    assert buttons.button(CANCEL).text() == "Batal"
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    assert "&Tempel" in [action.text().partition("\t")[0] for action in menu.actions()]


def test_processes_that_are_started_speak_it(speak: Speak) -> None:
    speak(Language.INDONESIAN)
    assert os.environ["LENTIGO_LANGUAGE"] == "id"
    assert current() is Language.INDONESIAN


def test_languages_for_tests_change_texts_but_no_values(speak: Speak) -> None:
    speak(Language.BRACKETED)
    assert tr("Go to {words}", words="Mole") == "⟦Go to Mole⟧"
    speak(Language.LONG)
    assert len(tr("Go to {words}", words="Mole")) > len("Go to Mole")


def test_what_runs_from_right_to_left_is_laid_out_so(speak: Speak) -> None:
    speak(Language.MIRRORED)
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    speak(Language.INDONESIAN)
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
