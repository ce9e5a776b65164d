"""Deletes what the user has confirmed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox

from desktop.cases.deletion import Deletion, of_image, of_lesion, of_patient
from desktop.language.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.page import PatientPage
    from desktop.cases.presenter import CasesPresenter


class DeleteDialog(QMessageBox):
    """Asks once, in clear words; Enter means no.

    Parameters
    ----------
    deletion : Deletion
        What to ask.
    parent : QWidget
        Its window.
    """

    def __init__(self, deletion: Deletion, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delete"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(deletion.question)
        self.setInformativeText(deletion.words)
        kinds = QMessageBox.StandardButton
        self.setStandardButtons(kinds.Cancel)
        self.delete = self.addButton(tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        for button in self.buttons():
            button.setIcon(QIcon())
        self.setDefaultButton(kinds.Cancel)
        self.setEscapeButton(kinds.Cancel)


class Remover(QObject):
    """Asks before it deletes, then has it done and shows what is left.

    Parameters
    ----------
    page : PatientPage
        Where the user says what is to go.
    presenter : CasesPresenter
        Shows what is left.
    desk : CaseDesk
        Deletes.
    """

    deleted = Signal()
    """Something is gone, and cannot be brought back."""
    failed = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, page: PatientPage, *, presenter: CasesPresenter, desk: CaseDesk) -> None:
        super().__init__(page)
        self._page = page
        self._presenter = presenter
        self._desk = desk
        self.dialog: DeleteDialog | None = None
        page.image_unwanted.connect(lambda cell: self._ask(of_image(cell)))
        page.lesion_unwanted.connect(self._ask_about_lesion)

    def delete_patient(self) -> None:
        """Ask about the patient whose page is open."""
        content = self._presenter.content
        if content is not None:
            self._ask(of_patient(content))

    def _ask_about_lesion(self, section: object) -> None:
        content = self._presenter.content
        if content is not None:
            self._ask(of_lesion(content, section))  # type: ignore[arg-type] # a signal's object

    def _ask(self, deletion: Deletion) -> None:
        dialog = self.dialog = DeleteDialog(deletion, self._page.window())
        dialog.delete.clicked.connect(partial(self._delete, deletion))
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: DeleteDialog, _: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _delete(self, deletion: Deletion) -> None:
        self._desk.ask(
            lambda store: store.delete(deletion.record),
            done=lambda _: self._deleted(deletion),
            failed=self._not_deleted,
        )

    def _deleted(self, deletion: Deletion) -> None:
        content = self._presenter.content
        self.deleted.emit()
        self._presenter.search()
        if deletion.whole:
            self._presenter.close_page()
        elif content is not None:
            self._presenter.open(content.patient.id)

    def _not_deleted(self, error: LentigoError) -> None:
        self.failed.emit(error.message)
