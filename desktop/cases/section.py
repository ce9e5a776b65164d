"""One lesion on the patient's page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.cases.draft_keys import NEW_NOTE
from desktop.cases.checklist_entry import checklist_entry, new_checklist_button
from desktop.cases.details_button import details_button
from desktop.cases.diagnosis_entry import diagnosis_entry, new_diagnosis_button
from desktop.cases.entry import button_row
from desktop.cases.image_cells import ImageCells
from desktop.cases.note_entry import new_note_button, note_entry
from desktop.cases.time_line import TimeLine
from desktop.language.words import mark, tr
from desktop.shell.head import HeadLayout
from desktop.shell.parts import MARGIN, heading, inset, rule, small_button, text

if TYPE_CHECKING:
    from desktop.cases.page_content import LesionSection

_NO_IMAGES = mark("No images yet.")
_ONE_IMAGE = mark("A follow-up needs at least two images of the lesion")


class SectionView(QWidget):
    """Name, diagnoses, checklists, time line and notes of a lesion.

    Parameters
    ----------
    section : LesionSection
        What to show.
    drafts : frozenset of str
        Keys of all that somebody is writing.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(object)
    """ImageCell that the user wants to look at."""
    image_unwanted = Signal(object)
    """ImageCell that the user wants to delete."""
    unwanted = Signal(object)
    """LesionSection that the user wants to delete."""
    details_wanted = Signal(object)
    """Lesion whose name or place the user wants to change."""
    report_wanted = Signal(object)
    """Lesion that a report is wanted on."""
    visit_report_wanted = Signal(object)
    """ImageCell on whose visit a report is wanted."""
    note_wanted = Signal(object)
    """Note that the user wants to change; None is a new one."""
    follow_wanted = Signal(str)
    """Id of the lesion of which the user wants to compare images."""
    diagnosis_wanted = Signal(object)
    """Diagnosis that the user wants to change; None is a new one."""
    checklist_wanted = Signal(object)
    """FilledChecklist that the user wants to change; a ChecklistKind is a new one."""

    def __init__(
        self,
        section: LesionSection,
        *,
        drafts: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._drafts = drafts
        self.cells = ImageCells(section.cells, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, MARGIN)
        self._layout.setSpacing(8)
        self._layout.addWidget(rule(self))
        title = heading(self, factor=1.15)
        title.setText(section.title)
        self._layout.addLayout(self._head(title))
        for diagnosis in section.diagnoses:
            edit = partial(self.diagnosis_wanted.emit, diagnosis)
            self._layout.addLayout(diagnosis_entry(self, diagnosis, drafts=drafts, edit=edit))
        for filled in section.checklists:
            edit = partial(self.checklist_wanted.emit, filled)
            self._layout.addLayout(
                checklist_entry(self, filled, cells=section.cells, drafts=drafts, edit=edit)
            )
        self._add_images()
        for note in section.notes:
            edit = partial(self.note_wanted.emit, note)
            self._layout.addLayout(note_entry(self, note, drafts=drafts, edit=edit))
        self._layout.addLayout(self._foot())

    def _head(self, title: QLabel) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        lesion = self.section.lesion
        report, delete = (
            tr("Report on {about}", about=lesion.label),
            tr("Delete {lesion} with its images", lesion=lesion.label),
        )
        wish_report = partial(self.report_wanted.emit, lesion)
        wish_delete = partial(self.unwanted.emit, self.section)
        buttons = (
            self._follow_button(),
            small_button(self, tr("Report…"), name=report, clicked=wish_report),
            details_button(
                self,
                lesion.id,
                change=tr("Change name and place of {lesion}", lesion=lesion.label),
                go_on=tr("Go on changing name and place of {lesion}", lesion=lesion.label),
                drafts=self._drafts,
                clicked=partial(self.details_wanted.emit, lesion),
            ),
            small_button(self, tr("Delete…"), name=delete, clicked=wish_delete),
        )
        head.addLayout(HeadLayout(title, *buttons))
        return head

    def _follow_button(self) -> QPushButton:
        """Return the button that compares images, where there are two."""
        lesion = self.section.lesion
        wish = partial(self.follow_wanted.emit, lesion.id)
        name = tr("Compare two images of {lesion}", lesion=lesion.label)
        button = small_button(self, tr("Follow up"), name=name, clicked=wish)
        button.setEnabled(len(self.cells) > 1)
        if not button.isEnabled():
            button.setToolTip(tr(_ONE_IMAGE))
        return button

    def _foot(self) -> QHBoxLayout:
        lesion, drafts = self.section.lesion, self._drafts
        new = NEW_NOTE + lesion.id in drafts
        write = partial(self.note_wanted.emit, None)
        return button_row(
            new_note_button(self, lesion.label, draft=new, clicked=write),
            new_diagnosis_button(
                self, lesion, drafts=drafts, clicked=partial(self.diagnosis_wanted.emit, None)
            ),
            new_checklist_button(self, lesion, drafts=drafts, chosen=self.checklist_wanted.emit),
        )

    def _add_images(self) -> None:
        if not len(self.cells):
            self._layout.addLayout(inset(text(self, tr(_NO_IMAGES), quiet=True)))
            return
        line = TimeLine(self.cells, name=self.section.title, parent=self)
        line.opened.connect(self.opened)
        line.unwanted.connect(self.image_unwanted)
        line.report_wanted.connect(self.visit_report_wanted)
        self._layout.addWidget(line)
