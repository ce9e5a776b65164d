"""What the actions about quizzes do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.quiz.part import QuizPart
    from desktop.shell.actions import Handler


class QuizCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    part : QuizPart
        The place.
    """

    def __init__(self, part: QuizPart) -> None:
        super().__init__(part)
        self._part = part

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "quiz_leave": self._leave,
                "quiz_missed": self._ask_missed,
                "quiz_back": self._part.leave_comparison,
            }
        )

    def _leave(self) -> None:
        if self._part.presenter is not None:
            self._part.presenter.leave()

    def _ask_missed(self) -> None:
        if self._part.starting is not None:
            self._part.starting.begin_missed()
