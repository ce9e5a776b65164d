"""The place "Quiz" in a window, and what tests do in it with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.quiz.begin_presenter import BeginPresenter
from desktop.quiz.begin_view import BeginView
from desktop.quiz.place import QuizPlace
from desktop.quiz.presenter import QuizPresenter
from desktop.quiz.sheet import QuizSheet
from desktop.quiz.stage import Stage
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window


class Quizzing:
    """Somebody at the place."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.part = window.app.quiz

    @property
    def place(self) -> QuizPlace:
        assert self.part.place is not None
        return self.part.place

    @property
    def begin(self) -> BeginView:
        return self.place.begin

    @property
    def sheet(self) -> QuizSheet:
        return self.place.sheet

    @property
    def beginning(self) -> BeginPresenter:
        assert self.part.beginning is not None
        return self.part.beginning

    @property
    def presenter(self) -> QuizPresenter:
        assert self.part.presenter is not None
        return self.part.presenter

    def at(self, stage: Stage) -> bool:
        """Whether it is so far."""
        return self.presenter.stage is stage

    def heated(self) -> bool:
        """Whether a heat map is seen."""
        return self.sheet.picture.heat_shown

    def comparing(self) -> bool:
        """Whether images are seen beside each other."""
        return self.place.comparing

    @property
    def busy(self) -> bool:
        """Whether anything is on its way."""
        starting = self.part.starting
        assert starting is not None
        parts = (self.presenter, self.beginning, starting)
        return self.window.app.learning.busy or not all(one.settled for one in parts)

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        self.window.bot.waitUntil(lambda: not self.busy)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is, and wait for what comes of each."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            self.settle()

    def type(self, words: str) -> None:
        """Write where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words)

    def sign_in(self, name: str = "Ayu") -> None:
        """Begin a profile."""
        self.type(name)
        self.press(Qt.Key.Key_Return)

    def number_of(self, code: str) -> Qt.Key:
        """Return the key that chooses a diagnosis."""
        place = self.sheet.asking.codes.index(code)
        return Qt.Key(Qt.Key.Key_1 + place)

    @property
    def truth(self) -> str:
        """Code of what is asked about, which the window does not tell."""
        quiz = self.presenter.quiz
        assert quiz is not None
        assert quiz.question is not None
        assert self.presenter.atlas is not None
        path = quiz.question.image.path
        (code,) = {one.code for one in self.presenter.atlas.library.every() if one.path == path}
        return code

    def answer(self, *, right: bool, sure: Qt.Key = Qt.Key.Key_4) -> None:
        """Answer by keys, and be told."""
        codes = self.sheet.asking.codes
        wrong = next(code for code in codes if code != self.truth)
        self.press(self.number_of(self.truth if right else wrong), sure, Qt.Key.Key_Return)


def enter(
    make_window: MakeWindow, atlas: Path | None, *, engine: FakeEngine | None = None
) -> Quizzing:
    """Open a window, and go to the place with an atlas in use."""
    store = SettingsStore()
    if atlas is not None:
        store.change(atlas=str(atlas))
    window = make_window(engine=engine or FakeEngine(answers_at_once=True), settings=store)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    return go_there(window)


def go_there(window: Window) -> Quizzing:
    """Go to the place, and wait until it is there."""
    window.trigger("place_quiz")
    found = Quizzing(window)
    found.settle()
    return found
