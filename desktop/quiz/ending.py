"""Tells how a quiz went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NotInStore
from desktop.language.words import count, tr
from desktop.quiz.missed_rows import MissedRow
from desktop.quiz.words import guess_words, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.atlas.description import Description
    from core.learning.quiz.quiz import Quiz
    from core.learning.store.records import Answer
    from desktop.quiz.end_view import EndView
    from desktop.quiz.missed_rows import MissedRows
    from desktop.similar.thumbnails import Thumbnails


class Ending(QObject):
    """Fills the view of the end.

    Parameters
    ----------
    view : EndView
        Where it is told.
    rows : MissedRows
        What was missed.
    thumbnails : Thumbnails
        Small pictures of that.
    """

    opened = Signal(int)
    """Number of the question that the user wants to see again."""

    def __init__(self, view: EndView, rows: MissedRows, *, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._thumbnails = thumbnails
        thumbnails.came.connect(rows.show_picture)
        view.list.opened.connect(lambda row: self.opened.emit(rows[row].number))

    @property
    def any_missed(self) -> bool:
        """Whether there is anything to be asked again."""
        return len(self._rows) > 0

    def show(self, quiz: Quiz, described: Description) -> None:
        """Tell how it went."""
        answers = quiz.answers
        missed = [one for one in answers if not one.right]
        rows = [_row(one, quiz, described) for one in missed]
        self._rows.set_rows(rows)
        self._thumbnails.want([row.path for row in rows if row.path is not None])
        heading = count("{n:,} was missed", "{n:,} were missed", n=len(missed))
        self._view.show_result(
            score_words(answers),
            more_words(answers, asked=len(quiz.session.questions)),
            missed=heading if missed else "",
            any_missed=bool(missed),
        )


def score_words(answers: Sequence[Answer]) -> str:
    """Say how many were right."""
    if not answers:
        return tr("Nothing was answered")
    right = sum(one.right for one in answers)
    return tr("{n:,} of {total:,} right", n=right, total=len(answers))


def more_words(answers: Sequence[Answer], *, asked: int) -> str:
    """Say what else there is to say."""
    judged = [one for one in answers if None not in (one.malignant, one.truth_malignant)]
    late, skipped = sum(one.late for one in answers), asked - len(answers)
    lines = []
    if judged:
        right = sum(one.malignant == one.truth_malignant for one in judged)
        lines.append(tr("Malignant or not: {n:,} of {total:,} right.", n=right, total=len(judged)))
    if late:
        lines.append(count("{n:,} answer came too late.", "{n:,} answers came too late.", n=late))
    if skipped:
        lines.append(
            count("{n:,} question was left out.", "{n:,} questions were left out.", n=skipped)
        )
    if answers and all(one.right for one in answers):
        lines.append(tr("Nothing was missed."))
    return "\n".join(lines)


def _row(answer: Answer, quiz: Quiz, described: Description) -> MissedRow:
    return MissedRow(
        answer.number,
        _path(answer, quiz),
        name_of(answer.truth, described),
        guess_words(answer, described),
    )


def _path(answer: Answer, quiz: Quiz) -> Path | None:
    try:
        return quiz.told(answer).item.path
    except NotInStore:
        return None
