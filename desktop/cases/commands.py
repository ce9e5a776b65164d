"""What the actions about cases do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.report.case_words import day_words
from desktop.language.words import tr
from desktop.shell.actions import deaf
from desktop.shell.days import current_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QDialog, QWidget

    from core.cases.store import CaseStore
    from core.cases.suggestions import Suggestions
    from core.errors import LentigoError
    from desktop.cases.add_dialog import AddDialog
    from desktop.cases.keeping import Arrival, Kept
    from desktop.cases.new_dialog import NewDialog
    from desktop.cases.part import CasesPart
    from desktop.look.file_says import FileSays
    from desktop.look.presenter import LookPresenter
    from desktop.shell.actions import Handler


class CaseCommands(QObject):
    """The handlers of these actions; one dialog is open at a time.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    part : CasesPart
        The place and its store.
    look : LookPresenter
        Knows the image that is looked at.
    file_says : FileSays
        Knows what its file says.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(
        self, window: QWidget, *, part: CasesPart, look: LookPresenter, file_says: FileSays
    ) -> None:
        super().__init__(window)
        self._window = window
        self._part = part
        self._look = look
        self._file_says = file_says
        self.dialog: QDialog | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "add_to_case": self._add_image,
                "new_patient": self._new_patient,
                "new_lesion": self._new_lesion,
                "delete_patient": self._delete_patient,
                "report_patient": self._report_patient,
                "report_lesion": self._report_lesion,
                "export_cases": self._export,
                "undo": self._undo,
                "redo": self._redo,
            }
        )

    def _add_image(self) -> None:
        from desktop.cases.add_dialog import AddDialog
        from desktop.cases.finder import Finder

        arrival = self._arrival()
        if arrival is None:
            return
        dialog = AddDialog(arrival.name, self._window)
        finder = Finder(dialog.browser, self._part.desk)
        finder.found.connect(dialog.offer_cases)
        finder.failed.connect(self._failed)
        finder.failed.connect(dialog.reject)
        self._open(dialog, partial(self._keep_image, arrival, dialog))
        finder.search()
        if self._look.entry is not None:
            self._file_says.when_known(self._look.entry.id, partial(self._offer, dialog))

    def _offer(self, dialog: AddDialog, suggestions: Suggestions) -> None:
        if self.dialog is dialog:  # which may be closed by now
            dialog.offer(suggestions)

    def _arrival(self) -> Arrival | None:
        from desktop.cases.keeping import Arrival

        entry, picture = self._look.entry, self._look.picture
        if entry is None or picture is None:
            return None
        return Arrival(
            source=entry.source,
            name=entry.name,
            record=picture.record,
            analysis=entry.analysis,
            label=entry.finding_label,
            full_scale=None if entry.card is None else entry.card.heat_map_scale,
        )

    def _new_patient(self) -> None:
        from desktop.cases.new_dialog import NewDialog

        dialog = NewDialog(parent=self._window)
        self._open(dialog, partial(self._keep_lesion, dialog))

    def _new_lesion(self) -> None:
        from desktop.cases.new_dialog import NewDialog

        content = self._part.content
        if content is not None:
            dialog = NewDialog(content.patient, parent=self._window)
            self._open(dialog, partial(self._keep_lesion, dialog))

    def _undo(self) -> None:
        if self._part.editor is not None:
            self._part.editor.stack.undo()

    def _redo(self) -> None:
        if self._part.editor is not None:
            self._part.editor.stack.redo()

    def _delete_patient(self) -> None:
        if self._part.remover is not None:
            self._part.remover.delete_patient()

    def _export(self) -> None:
        if self._part.exporter is not None:
            self._part.exporter.ask()

    def _report_patient(self) -> None:
        if self._part.reporter is not None:
            self._part.reporter.open()

    def _report_lesion(self) -> None:
        if self._part.reporter is not None and self._part.presenter is not None:
            self._part.reporter.open(lesion_id=self._part.presenter.lesion_id)

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(accepted)
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: QDialog, _: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _keep_image(self, arrival: Arrival, dialog: AddDialog) -> None:
        from desktop.cases.keeping import keep_image

        today = dialog.day or current_day()
        self._keep(
            partial(
                keep_image,
                arrival=arrival,
                destination=dialog.destination,
                today=today,
                remark=dialog.remark,
            ),
            arrival.name,
            dialog.day,
        )

    def _keep_lesion(self, dialog: NewDialog) -> None:
        from desktop.cases.keeping import keep_lesion

        self._keep(partial(keep_lesion, destination=dialog.destination), "")

    def _keep(self, work: Callable[[CaseStore], Kept], image: str, day: date | None = None) -> None:
        self._part.desk.ask(work, done=partial(self._kept, image, day), failed=self._failed)

    def _kept(self, image: str, day: date | None, kept: Kept) -> None:
        if image:
            where = tr(
                "{lesion} of {patient}", lesion=kept.lesion.label, patient=kept.patient.pseudonym
            )
            self.mentioned.emit(
                tr(
                    "{image} is kept with {where}, on the visit of {day}.",
                    image=image,
                    where=where,
                    day=day_words(day),
                )
                if day is not None
                else tr("{image} is kept with {where}, on today's visit.", image=image, where=where)
            )
        self._part.show_lesion(kept.lesion)

    def _failed(self, error: LentigoError) -> None:
        self.said.emit(error.message)
