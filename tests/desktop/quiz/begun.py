"""A quiz that has begun, and its answers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.learning.store.records import Answer
from core.learning.store.store import LearningStore
from desktop.quiz.stage import Stage
from tests.desktop.quiz.driven import Quizzing

CODES = ("nv", "nv", "mel", "nv", "bcc", "mel", "bcc", "nv")


RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def begin(found: Quizzing, *, number: int = 5) -> Quizzing:
    found.begin.number.choose(number)
    found.press(RETURN)
    assert found.at(Stage.ASKING)
    return found


def answers(store: LearningStore) -> tuple[Answer, ...]:
    return store.answers(store.profile_named("Ayu"))
