"""The place "Cases" put together: the lesions at the left, the patient's page at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QWidget

from desktop.cases.browser import Browser
from desktop.cases.message import Message
from desktop.cases.page import PatientPage
from desktop.language.words import mark, tr
from desktop.shell.parts import button_of

_CHOOSE = mark("Choose a lesion")
_CHOOSE_WORDS = mark("Its patient's page opens here, with every image over time.")


class CasesPlace(QStackedWidget):
    """All widgets of the place; it arranges and does nothing else.

    Parameters
    ----------
    new_patient, new_lesion, report : QAction
        What buttons trigger.
    body_map : QAction
        Opens and closes the body map.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self,
        *,
        new_patient: QAction,
        new_lesion: QAction,
        report: QAction,
        body_map: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.again = QPushButton(tr("Try again"), self)
        self.again.setProperty("kind", "primary")
        self.first = button_of(new_patient)
        self.first.setProperty("kind", "primary")
        self.message = Message([self.again, self.first], self)
        self.browser = Browser()
        self.browser.add_button(button_of(new_patient))
        self.page = PatientPage(new_lesion, report, body_map)
        self.beside = Message([])
        self.beside.show_words(tr(_CHOOSE), tr(_CHOOSE_WORDS))
        self._right = QStackedWidget()
        self._right.addWidget(self.beside)
        self._right.addWidget(self.page)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self.browser)
        self._panes.addWidget(self._right)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([320, 800])
        self.addWidget(self.message)
        self.addWidget(self._panes)

    def show_message(
        self,
        title: str,
        words: str = "",
        *,
        offer_again: bool = False,
        offer_new: bool = False,
        again: str = "",
    ) -> None:
        """Say why there is nothing to show, and offer a way on; `again` says what trying is."""
        self.again.setText(again or tr("Try again"))
        ways = ((self.again, offer_again or bool(again)), (self.first, offer_new))
        self.message.show_words(title, words, offer=[way for way, wanted in ways if wanted])
        self.setCurrentWidget(self.message)

    def show_cases(self) -> None:
        """Show list and page."""
        self.setCurrentWidget(self._panes)

    @property
    def shows_cases(self) -> bool:
        """Whether list and page are shown, and no message in their place."""
        return self.currentWidget() is self._panes

    def show_page(self, *, shown: bool) -> None:
        """Show the patient's page, or the invitation to choose one."""
        self._right.setCurrentWidget(self.page if shown else self.beside)
