"""The dialog about an archive: what is asked, what was found, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.archive.search_form import SearchForm
from desktop.archive.study_model import StudyModel
from desktop.language.words import tr
from desktop.shell.dialog_parts import dialog_button, row_at_end, row_of, set_up_table
from desktop.shell.keys import ENTER
from desktop.shell.parts import MARGIN, rule, text
from desktop.shell.scrolled import resize_within_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from core.dicomweb.studies import Study

_WIDTHS: Final = (104, 128, 152, 80, 128, 88)
_WIDEST: Final = 4
_SIZE: Final = QSize(760, 620)


class StudyView(QTableView):
    """The studies; Enter fetches what is chosen."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fetch what is chosen."""
        chosen = self.selectionModel().hasSelection()
        if event.key() in ENTER and chosen:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ArchiveDialog(QDialog):
    """All widgets; it arranges and does nothing else.

    Parameters
    ----------
    address : str
        Of the archive, as it was typed before.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("DICOM archive"))
        self.form = SearchForm(address, self)
        self.studies = StudyModel(self)
        self.view = StudyView(self)
        self.search = dialog_button(self, tr("&Find studies"))
        self.search.setProperty("kind", "primary")
        self.fetch = dialog_button(self, tr("Fetch and &open…"))
        self.send = dialog_button(self, tr("&Send findings…"))
        self.stop = dialog_button(self, tr("&Cancel"))
        self.stop.setProperty("kind", "small")
        self.leave = dialog_button(self, tr("C&lose"))
        self.leave.clicked.connect(self.reject)
        self.said = text(self)
        self.said.setMinimumHeight(self.stop.sizeHint().height())  # so that nothing jumps
        self.said.setAccessibleDescription(tr("What the archive says"))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._set_view()
        self._lay_out()
        self.show_progress(0, 0, busy=False)

    @property
    def chosen(self) -> list[Study]:
        """The studies that are chosen."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.studies[row] for row in rows]

    def show_progress(self, done: int, total: int, *, busy: bool) -> None:
        """Show how far it is; nothing where nothing is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.search.setEnabled(not busy)

    def _set_view(self) -> None:
        view = self.view
        view.setModel(self.studies)
        view.setAccessibleName(tr("Studies"))
        set_up_table(view, widths=_WIDTHS, stretched=_WIDEST)
        view.doubleClicked.connect(lambda _: view.opened.emit())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self.form)
        layout.addLayout(row_at_end(self.search))
        layout.addWidget(rule(self))
        layout.addWidget(self.view, 1)
        layout.addLayout(row_of(self.said, self._bar, self.stop))
        layout.addLayout(row_at_end(self.fetch, self.send, self.leave))
        resize_within_screen(self, _SIZE)
