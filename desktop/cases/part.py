"""Puts the place "Cases" together when it is first entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.cases.desk import CaseDesk
from desktop.shell.action_spec import Need
from desktop.shell.places import Place

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from desktop.cases.checklist_writer import ChecklistWriter
    from desktop.cases.details_writer import DetailsWriter
    from desktop.cases.diagnosis_writer import DiagnosisWriter
    from desktop.cases.edits import Editor
    from desktop.cases.exporter import CaseExporter
    from desktop.cases.note_writer import NoteWriter
    from desktop.cases.page_content import PageContent
    from desktop.cases.place import CasesPlace
    from desktop.cases.presenter import CasesPresenter
    from desktop.cases.remover import Remover
    from desktop.cases.reporter import Reporter
    from desktop.report.reports import Reports
    from desktop.shell.actions import Actions
    from desktop.shell.background import Background
    from desktop.shell.places import Places


class CasesPart(QObject):
    """Everything behind the place; a window in which nobody enters it has nothing of it.

    Parameters
    ----------
    places : Places
        Among which it stands.
    actions : Actions
        What its buttons trigger.
    background : Background
        Where small pictures are read.
    reports : Reports
        Shows reports.
    parent : QObject, optional
        As for any QObject.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""
    lesion_shown = Signal()
    """The patient's page is to be seen, whatever else is."""
    follow_wanted = Signal(str)
    """Id of the lesion of which the user wants to compare images."""
    image_opened = Signal(object)
    """ImageCell that the user wants to look at."""

    def __init__(
        self,
        places: Places,
        *,
        actions: Actions,
        background: Background,
        reports: Reports,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = CaseDesk(self)
        self.place: CasesPlace | None = None
        self.presenter: CasesPresenter | None = None
        self.remover: Remover | None = None
        self.reporter: Reporter | None = None
        self.exporter: CaseExporter | None = None
        self.editor: Editor | None = None
        self.notes: NoteWriter | None = None
        self.details: DetailsWriter | None = None
        self.diagnoses: DiagnosisWriter | None = None
        self.checklists: ChecklistWriter | None = None
        self.following = False
        self._alignable = False
        self._actions = actions
        self._background = background
        self._reports = reports
        self.holder = QStackedWidget()
        places.add(Place.CASES, self.holder)
        places.changed.connect(self._entering)

    @property
    def content(self) -> PageContent | None:
        """The patient's page that is open."""
        return None if self.presenter is None else self.presenter.content

    @property
    def followable(self) -> str | None:
        """Id of the lesion of which images can be compared: the chosen one rather than others."""
        sections = [] if self.content is None else self.content.sections
        several = [one.lesion.id for one in sections if len(one.cells) > 1]
        chosen = None if self.presenter is None else self.presenter.lesion_id
        return chosen if chosen in several else next(iter(several), None)

    def set_following(self, *, on: bool, alignable: bool = False) -> None:
        """Note that two images are compared, or no longer; what can be done depends on it."""
        self.following, self._alignable = on, on and alignable
        self.facts_changed.emit()

    def show_place(self) -> None:
        """Show lesions and patient's page."""
        if self.place is not None:
            self.holder.setCurrentWidget(self.place)

    def facts(self) -> Need:
        """Tell what is there for actions to work on while the place is seen."""
        if self.following:
            aligning = Need.ALIGNABLE if self._alignable else Need.NOTHING
            return Need.FOLLOWING | Need.ZOOMABLE | aligning | self._edits()
        facts = Need.NOTHING if self.content is None else Need.PATIENT
        if self.place is not None and self.place.browser.lesions.total:
            facts |= Need.LESIONS
        facts |= Need.NOTHING if self.followable is None else Need.FOLLOWABLE
        if self.presenter is not None and self.presenter.lesion_id is not None:
            facts |= Need.LESION
        return facts | self._edits()

    def _edits(self) -> Need:
        """Tell whether edits can be taken back, or made again."""
        facts = Need.NOTHING
        if self.editor is not None:
            facts |= Need.UNDO if self.editor.stack.canUndo() else Need.NOTHING
            facts |= Need.REDO if self.editor.stack.canRedo() else Need.NOTHING
        return facts

    def show_lesion(self, lesion: Lesion) -> None:
        """Show what has changed about a lesion; a place that nobody has entered reads it then."""
        if self.presenter is not None:
            self.lesion_shown.emit()
            self.presenter.search()
            self.presenter.open(lesion.patient_id, lesion_id=lesion.id)

    def reread(self) -> None:
        """Read what is shown again, because all of it may have changed."""
        if self.presenter is not None:
            self.presenter.reload()

    def close(self) -> None:
        """Finish what was asked for, and close the store."""
        self.desk.close()

    def _entering(self, place: Place) -> None:
        if place is Place.CASES and self.place is None:
            self._furnish()

    def _furnish(self) -> None:
        from desktop.cases.place import CasesPlace

        place = self.place = CasesPlace(
            new_patient=self._actions["new_patient"],
            new_lesion=self._actions["new_lesion"],
            report=self._actions["report_patient"],
            body_map=self._actions["body_map"],
        )
        self.holder.addWidget(place)
        # Each of these in a turn of its own, so that the window is not held up.
        QTimer.singleShot(0, place, lambda: self._furnish_reading(place))

    def _furnish_reading(self, place: CasesPlace) -> None:
        from desktop.cases.presenter import CasesPresenter
        from desktop.similar.thumbnails import Thumbnails

        thumbnails = Thumbnails(self._background, parent=self)
        presenter = self.presenter = CasesPresenter(place, desk=self.desk, thumbnails=thumbnails)
        presenter.said.connect(self.said)
        presenter.page_changed.connect(self.facts_changed)
        presenter.list_changed.connect(self.facts_changed)
        place.page.image_opened.connect(self.image_opened)
        place.page.follow_wanted.connect(self.follow_wanted)
        # No page is open before.
        QTimer.singleShot(0, place, lambda: self._furnish_editing(place, presenter))

    def _furnish_editing(self, place: CasesPlace, presenter: CasesPresenter) -> None:
        from desktop.cases.checklist_writer import ChecklistWriter
        from desktop.cases.details_writer import DetailsWriter
        from desktop.cases.diagnosis_writer import DiagnosisWriter
        from desktop.cases.edits import Editor
        from desktop.cases.exporter import CaseExporter
        from desktop.cases.note_writer import NoteWriter
        from desktop.cases.remover import Remover
        from desktop.cases.reporter import Reporter

        self.reporter = Reporter(place.page, desk=self.desk, reports=self._reports)
        self.reporter.failed.connect(self.said)
        self.exporter = CaseExporter(
            place.browser,
            desk=self.desk,
            background=self._background,
            dialogs=self._reports.dialogs,
        )
        self.exporter.failed.connect(self.said)
        self.exporter.said.connect(self._reports.said)
        self.remover = Remover(place.page, presenter=presenter, desk=self.desk)
        self.remover.failed.connect(self.said)
        editor = self.editor = Editor(self.desk, self)
        editor.failed.connect(self.said)
        self.remover.deleted.connect(editor.forget)
        editor.changed.connect(presenter.reload)
        editor.stack.canUndoChanged.connect(self.facts_changed)
        editor.stack.canRedoChanged.connect(self.facts_changed)
        self.notes = NoteWriter(place.page, desk=self.desk, editor=editor)
        self.notes.closed.connect(presenter.reload)
        self.diagnoses = DiagnosisWriter(place.page, desk=self.desk, editor=editor)
        self.diagnoses.closed.connect(presenter.reload)
        self.checklists = ChecklistWriter(place.page, desk=self.desk, editor=editor)
        self.checklists.closed.connect(presenter.reload)
        self.details = DetailsWriter(place.page, desk=self.desk, editor=editor)
        self.details.closed.connect(presenter.reload)
        presenter.start()
