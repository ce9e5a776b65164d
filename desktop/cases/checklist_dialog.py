"""Where a clinician fills a checklist; its score stands there only once it is complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.cases.filled_checklist import FilledChecklist
from core.checklists.known import CHECKLISTS
from core.language import again
from core.report.checklist_words import score_words
from desktop.cases.criterion_view import CriterionView
from desktop.cases.drafted_dialog import DraftedDialog
from desktop.cases.forms import lay_out
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, rule, show_words, small_button, text

if TYPE_CHECKING:
    from collections.abc import Iterable


_DRAFT: Final = mark("You answered this before, and did not save it.")
_NO_IMAGE: Final = mark("The lesion itself")
_EMPTIED: Final = mark("Without any answer, saving deletes this checklist.")


class ChecklistDialog(DraftedDialog[FilledChecklist]):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    title : str
        About which lesion.
    filled : FilledChecklist
        As it is, or an empty one.
    images : iterable of (str, str)
        Id and words of each image that may have been judged.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self,
        title: str,
        filled: FilledChecklist,
        *,
        images: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        self._filled = filled
        self._checklist = CHECKLISTS[filled.kind]
        super().__init__(again(self._checklist.name), parent)
        self.criteria = [CriterionView(one, self) for one in self._checklist.criteria]
        self.image = QComboBox(self)
        self.image.addItem(tr(_NO_IMAGE), None)
        for image_id, words in images:
            self.image.addItem(words, image_id)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setMaximumDate(QDate.currentDate())
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(tr("Who has filled it"))
        self._score = heading(self, factor=1.1)
        self._score.setAccessibleDescription(tr("Score"))
        self.clear = small_button(
            self, tr("Clear all"), name=tr("Take back every answer"), clicked=self._clear
        )
        self._make_buttons()
        self._show(filled)
        self._lay_out(title)
        self._follow_changes()
        self._judge()

    @property
    def stated(self) -> FilledChecklist:
        """The checklist as it is answered here."""
        day = self.day.date()
        return replace(
            self._filled,
            answers={one.criterion.code: one.chosen for one in self.criteria},
            image_id=self.image.currentData(),
            day=date(day.year(), day.month(), day.day()),
            source=self.source.text().strip(),
        )

    @property
    def score(self) -> str:
        """What is said about the score."""
        return self._score.text()

    def offer_draft(self, draft: FilledChecklist) -> None:
        """Go on with what was not saved, unless the user has begun anew."""
        if self.stated != self._filled or draft == self._filled:
            return
        self._show(draft)
        show_words(self._said, tr(_DRAFT))

    def _show(self, filled: FilledChecklist) -> None:
        for one in self.criteria:
            one.choose(filled.answers.get(one.criterion.code, ()))
        self.image.setCurrentIndex(max(0, self.image.findData(filled.image_id)))
        self.day.setDate(QDate(filled.day.year, filled.day.month, filled.day.day))
        self.source.setText(filled.source)

    def _clear(self) -> None:
        for one in self.criteria:
            one.choose(())

    def _follow_changes(self) -> None:
        changes = (
            self.image.currentIndexChanged,
            self.day.dateChanged,
            self.source.textChanged,
            *(one.changed for one in self.criteria),
        )
        for changed in changes:
            changed.connect(self._judge)
            changed.connect(self._changed)

    def _judge(self) -> None:
        """Say the score, or what is open; save only what says something new."""
        stated = self.stated
        words = score_words(self._checklist, stated.answers)
        self._score.setText(f"{words[:1].upper()}{words[1:]}.")
        emptied = bool(self._filled.answers) and not stated.answers
        if emptied or self.said == tr(_EMPTIED):
            show_words(self._said, tr(_EMPTIED) if emptied else "")
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(stated.answers or self._filled.answers) and stated != self._filled)
        save.setText(tr("Save") if self._complete(stated) or emptied else tr("Save incomplete"))

    def _complete(self, stated: FilledChecklist) -> bool:
        return self._checklist.score(stated.answers) is not None

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.setSpacing(8)
        name = heading(self, factor=1.15)
        name.setText(title)
        for widget in (name, text(self, again(self._checklist.purpose), quiet=True)):
            widget.setContentsMargins(MARGIN, 0, MARGIN, 0)
            layout.addWidget(widget)
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(rule(self))
        for below in (self._score, self._said, self.buttons):
            below.setContentsMargins(MARGIN, 0, MARGIN, 0)
            layout.addWidget(below)
        self.resize(560, 680)

    def _scrolled(self) -> QScrollArea:
        body = QWidget(self)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(MARGIN, 8, MARGIN, 8)
        inner.setSpacing(MARGIN)
        for one in self.criteria:
            inner.addWidget(one)
        inner.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        form = QWidget(body)
        lay_out(
            form,
            {tr("&Judged on"): self.image, tr("&Day"): self.day, tr("&Filled by"): self.source},
        )
        inner.addWidget(form)
        inner.addWidget(text(body, self._reference(), quiet=True))
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(body.minimumSizeHint().width() + bar)
        return area

    def _reference(self) -> str:
        sources = (
            f"{one.words}, doi:{one.doi}." if one.doi else f"{one.words}."
            for one in self._checklist.sources
        )
        return "\n".join(filter(None, (again(self._checklist.remark), *sources)))
