"""What is told after an answer: at once what it is; then the model, similar ones, the next time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.atlas.large_content import similar_rows
from desktop.language.words import tr
from desktop.quiz.told_content import told_of
from desktop.quiz.words import next_words
from desktop.shell.background import named
from desktop.similar.content import MISSING, SEARCHING, SimilarRow

if TYPE_CHECKING:
    from pathlib import Path

    from core.atlas import Atlas
    from core.errors import ImageError
    from core.learning.quiz.cards import Due
    from core.learning.quiz.questions import Reveal
    from core.learning.quiz.quiz import Quiz
    from core.learning.store.records import Answer
    from desktop.atlas.model_says import ModelSays, Said
    from desktop.engine.bridge import EngineBridge
    from desktop.learning.desk import LearningDesk
    from desktop.look.state import LookState
    from desktop.quiz.sheet import QuizSheet
    from desktop.shell.background import Background
    from desktop.similar.thumbnails import Thumbnails


class Telling(QObject):
    """Tells of one answer at a time; what comes too late is dropped.

    Parameters
    ----------
    sheet : QuizSheet
        Where it is told.
    says : ModelSays
        Asks the model.
    engine : EngineBridge
        Knows whether there is a model.
    desk : LearningDesk
        Keeps what the model says, and knows when a lesion comes again.
    thumbnails : Thumbnails
        Small pictures of similar ones.
    state : LookState
        How strong heat is shown.
    background : Background
        Where similar ones are found.
    """

    compared = Signal(object)
    """Numbers of the items that the user wants to see beside each other."""
    said = Signal(str)
    """Why something could not be kept."""

    def __init__(
        self,
        sheet: QuizSheet,
        *,
        says: ModelSays,
        engine: EngineBridge,
        desk: LearningDesk,
        thumbnails: Thumbnails,
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._panel = sheet.telling
        self._says = says
        self._engine = engine
        self._desk = desk
        self._thumbnails = thumbnails
        self._state = state
        self._background = background
        self._reveal: Reveal | None = None
        self._quiz: Quiz | None = None
        self._atlas: Atlas | None = None
        self._ids: list[int] = []
        self._awaited = 0
        says.came.connect(self._show_said)
        says.failed.connect(self._panel.show_said)
        thumbnails.came.connect(self._panel.rows.show_thumbnail)
        thumbnails.failed.connect(self._show_missing)
        self._panel.heat_wanted.connect(self._show_heat)
        self._panel.others_wanted.connect(lambda _: self._find_similar())
        self._panel.similar.opened.connect(self._compare)

    @property
    def settled(self) -> bool:
        """Whether everything has been told."""
        return not self._awaited and not self._says.asking and self._thumbnails.settled

    def tell(self, reveal: Reveal, *, quiz: Quiz, atlas: Atlas, way_on: str) -> None:
        """Tell of an answer that was kept."""
        self.forget()
        self._reveal, self._quiz, self._atlas = reveal, quiz, atlas
        self._panel.show_told(told_of(reveal, atlas.description), way_on=way_on)
        self._panel.show_similar_part(shown=atlas.searchable)
        self._find_similar()
        self._ask_model(reveal)
        self._ask_next_time(reveal.answer, quiz)

    def forget(self) -> None:
        """Tell nothing any more."""
        self._says.drop()
        self._reveal = None
        self._sheet.picture.show_heat(None)
        self._sheet.legend.hide()

    def _ask_model(self, reveal: Reveal) -> None:
        if self._engine.status.ready is not None:
            self._panel.show_said(tr("Asking the model…"))
            self._says.ask(reveal.item.path)

    def _show_said(self, said: Said) -> None:
        self._panel.show_said(said.words)
        if not said.probabilities:
            return  # what it knows nothing like, it has no reasons for
        self._sheet.picture.show_heat(said.layer.picture)
        self._sheet.legend.show_scale(said.layer, name=said.name)
        self._sheet.legend.set_opacity(self._state.opacity / 100)
        self._panel.show_heat_offer(offered=True)
        self._show_heat(self._panel.heat.isChecked())
        self._keep_said(said)

    def _show_heat(self, visible: bool) -> None:  # noqa: FBT001  # called by a signal
        self._sheet.picture.set_heat(visible=visible, opacity=self._state.opacity / 100)
        self._sheet.legend.setVisible(visible)

    def _keep_said(self, said: Said) -> None:
        """Keep what the model says, for the progress; once is enough."""
        reveal, quiz = self._reveal, self._quiz
        if reveal is None or quiz is None or reveal.answer.finding:
            return
        self._desk.ask(
            lambda _: quiz.note_model(reveal.answer, said.probabilities),
            done=lambda _: None,
            failed=lambda error: self.said.emit(error.message),
        )

    def _ask_next_time(self, answer: Answer, quiz: Quiz) -> None:
        self._awaited += 1
        self._desk.ask(
            lambda _: quiz.next_time(answer),
            done=partial(self._show_next_time, answer),
            failed=lambda _: self._came(),
        )

    def _show_next_time(self, answer: Answer, due: Due | None) -> None:
        self._came()
        if due is not None and self._is_told(answer):
            self._panel.show_next_time(next_words(due, answer))

    def _find_similar(self) -> None:
        atlas, reveal = self._atlas, self._reveal
        if atlas is None or reveal is None or not atlas.searchable:
            return
        self._panel.show_nothing(tr(SEARCHING))
        self._awaited += 1
        others = self._panel.others.isChecked()
        self._background.run(
            partial(similar_rows, atlas, reveal.item, other_diagnosis=others),
            done=partial(self._show_similar, reveal.answer, others=others),
            failed=partial(self._no_similar, reveal.answer, others=others),
        )

    def _show_similar(
        self, answer: Answer, found: tuple[tuple[SimilarRow, ...], list[int]], *, others: bool
    ) -> None:
        self._came()
        if self._is_wanted(answer, others=others):
            rows, self._ids = found
            self._panel.rows.set_rows(rows)
            none = tr("The atlas has no other lesion to compare with.")
            self._panel.show_nothing("" if rows else none)
            self._thumbnails.want([row.path for row in rows])

    def _no_similar(self, answer: Answer, error: Exception, *, others: bool) -> None:
        self._came()
        error = named(error)
        if self._is_wanted(answer, others=others):
            self._panel.show_nothing(error.message)

    def _show_missing(self, path: Path, error: ImageError) -> None:
        del error  # a row has room for few words
        self._panel.rows.show_thumbnail(path, None, missing=tr(MISSING))

    def _compare(self, row: int) -> None:
        if self._reveal is not None and row < len(self._ids):
            self.compared.emit([self._reveal.item.id, self._ids[row]])

    def _is_wanted(self, answer: Answer, *, others: bool) -> bool:
        """Whether similar ones are those that are wanted now: they may overtake each other."""
        return self._is_told(answer) and others == self._panel.others.isChecked()

    def _is_told(self, answer: Answer) -> bool:
        return self._reveal is not None and self._reveal.answer.id == answer.id

    def _came(self) -> None:
        self._awaited -= 1
