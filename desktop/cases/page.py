"""The patient's page: who it is, and each lesion over time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.cases.draft_keys import NEW_NOTE
from desktop.bodymap.places import spot_of
from desktop.cases.details_button import details_button
from desktop.cases.entry import button_row
from desktop.cases.note_entry import new_note_button, note_entry
from desktop.cases.section import SectionView
from desktop.cases.where import Where
from desktop.language.words import tr
from desktop.shell.disclosure import Disclosure
from desktop.shell.head import HeadLayout
from desktop.shell.parts import MARGIN, button_of, heading, inset, text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QImage

    from core.image_source import ImageSource
    from desktop.cases.page_content import PageContent


class PatientPage(QScrollArea):
    """Shows one patient after the other.

    Parameters
    ----------
    new_lesion, report : QAction
        What its buttons trigger.
    body_map : QAction
        Opens and closes the body map.
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    sections : list of SectionView
        One for each lesion, in order.
    """

    image_opened = Signal(object)
    """ImageCell that the user wants to look at."""
    image_unwanted = Signal(object)
    """ImageCell that the user wants to delete."""
    lesion_unwanted = Signal(object)
    """LesionSection that the user wants to delete."""
    details_wanted = Signal(object)
    """Patient or Lesion whose details the user wants to change."""
    report_wanted = Signal(object)
    """Lesion that a report is wanted on."""
    visit_report_wanted = Signal(object)
    """ImageCell on whose visit a report is wanted."""
    note_wanted = Signal(object, object)
    """Lesion, or None for the patient; note that the user wants to change, None for a new one."""
    diagnosis_wanted = Signal(object, object)
    """Lesion; diagnosis that the user wants to change, or None for a new one."""
    follow_wanted = Signal(str)
    """Id of the lesion of which the user wants to compare images."""
    checklist_wanted = Signal(object, object)
    """Lesion; FilledChecklist that the user wants to change, or the ChecklistKind of a new one."""

    def __init__(
        self,
        new_lesion: QAction,
        report: QAction,
        body_map: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._new_lesion = new_lesion
        self._report = report
        self._body_map = body_map
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Patient's page"))
        self.content: PageContent | None = None
        self.sections: list[SectionView] = []

    def show_content(self, content: PageContent, *, lesion_id: str | None = None) -> None:
        """Show a patient, and scroll to one of the lesions."""
        same = self.content is not None and self.content.patient.id == content.patient.id
        before = self.verticalScrollBar().value() if same else 0
        self.content = content
        self.sections = [SectionView(one, drafts=content.drafts) for one in content.sections]
        self.setWidget(self._body(content))
        self.verticalScrollBar().setValue(before)
        for view in self.sections:
            view.opened.connect(self.image_opened)
            view.image_unwanted.connect(self.image_unwanted)
            view.unwanted.connect(self.lesion_unwanted)
            view.details_wanted.connect(self.details_wanted)
            view.report_wanted.connect(self.report_wanted)
            view.follow_wanted.connect(self.follow_wanted)
            view.visit_report_wanted.connect(self.visit_report_wanted)
            lesion = view.section.lesion
            view.note_wanted.connect(partial(self.note_wanted.emit, lesion))
            view.diagnosis_wanted.connect(partial(self.diagnosis_wanted.emit, lesion))
            view.checklist_wanted.connect(partial(self.checklist_wanted.emit, lesion))
        if lesion_id is not None:
            self.go_to(lesion_id)

    def go_to(self, lesion_id: str) -> None:
        """Scroll to a lesion, once it is laid out and there is a place to scroll to."""
        for view in self.sections:
            if view.section.lesion.id == lesion_id:
                QTimer.singleShot(0, view, partial(self._bring_up, view))

    def _bring_up(self, view: SectionView) -> None:
        """Show the beginning of a section, and as much of it as there is room for."""
        self.ensureWidgetVisible(view, 0)

    def images_of(self, lesion_id: str) -> list[tuple[str, str]]:
        """Name the images of a lesion that is shown, each with its id."""
        sections = [view.section for view in self.sections]
        own = [one for one in sections if one.lesion.id == lesion_id]
        return [
            (cell.image.id, f"{cell.day} · {cell.image.name}") for one in own for cell in one.cells
        ]

    def show_thumbnail(
        self, source: ImageSource, image: QImage | None, *, missing: str = ""
    ) -> None:
        """Show the small picture of a file, or say why there is none."""
        for view in self.sections:
            view.cells.show_thumbnail(source, image, missing=missing)

    def _body(self, content: PageContent) -> QWidget:
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.setSpacing(8)
        title = heading(body)
        title.setText(content.title)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        report = button_of(self._report, small=True)
        report.setText(tr("Report…"))
        report.setAccessibleName(tr("Report on {about}", about=content.title))
        change = details_button(
            body,
            content.patient.id,
            change=tr("Change what is noted of {patient}", patient=content.title),
            go_on=tr("Go on changing what is noted of {patient}", patient=content.title),
            drafts=content.drafts,
            clicked=partial(self.details_wanted.emit, content.patient),
        )
        head.addLayout(HeadLayout(title, report, change))
        layout.addLayout(head)
        if content.facts:
            layout.addLayout(inset(text(body, content.facts, quiet=True)))
        for note in content.notes:
            edit = partial(self.note_wanted.emit, None, note)
            layout.addLayout(note_entry(body, note, drafts=content.drafts, edit=edit))
        write = partial(self.note_wanted.emit, None, None)
        new = NEW_NOTE + content.patient.id in content.drafts
        note_button = new_note_button(body, content.title, draft=new, clicked=write)
        layout.addLayout(button_row(note_button, button_of(self._new_lesion, small=True)))
        if any(spot_of(one.lesion) is not None for one in content.sections):
            where = Where(content.sections)
            where.wanted.connect(self.go_to)
            layout.addLayout(inset(Disclosure(self._body_map, where, body)))
        layout.addSpacing(8)
        for view in self.sections:
            layout.addWidget(view)
        layout.addStretch(1)
        return body
