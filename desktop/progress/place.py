"""The place "Progress" put together; it arranges, and does nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.cases.message import Message
from desktop.language.words import tr
from desktop.learning.profile_chooser import ProfileChooser
from desktop.progress.filter_bar import WishBar
from desktop.progress.sheet import Sheet
from desktop.progress.words import TITLE
from desktop.shell.head import HeadLayout
from desktop.shell.parts import MARGIN, button_of, heading
from desktop.shell.scrolled import Scrolled, scroll_by_keys

if TYPE_CHECKING:
    from desktop.progress.told import Told


class ProgressPlace(QWidget):
    """All widgets of the place.

    Parameters
    ----------
    exports : iterable of QAction
        What is offered at the title.
    keeping : iterable of QAction
        What can be done about the profile that is chosen.
    ways : mapping of str to QAction
        What may be offered in the place of figures, by their ids.
    parent : QWidget, optional
        As for any widget.
    """

    everything_wanted = Signal()

    def __init__(
        self,
        *,
        exports: Iterable[QAction],
        keeping: Iterable[QAction],
        ways: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = heading(self)
        self.title.setText(tr(TITLE))
        self.chooser = ProfileChooser(self)
        self.chooser.put_beside([_while_offered(one, self, small=True) for one in keeping])
        self.bar = WishBar(self)
        for choice in (self.bar.span, self.bar.atlas):
            choice.setFixedHeight(self.chooser.name.sizeHint().height())
        self._everything = QPushButton(tr("Count everything"))
        self._everything.clicked.connect(self.everything_wanted)
        self._offers = {name: _plain(action) for name, action in ways.items()}
        self.message = Message([*self._offers.values(), self._everything], self)
        self.sheet = Sheet(self)
        self._body = QStackedWidget(self)
        self._lay_out([_while_offered(one, self) for one in exports])

    @property
    def telling(self) -> bool:
        """Whether figures are seen."""
        return self._body.currentWidget() is not self.message

    def show_message(
        self, title: str, words: str = "", *, offer: Sequence[str] = (), wider: bool = False
    ) -> None:
        """Say something in the place of the figures.

        Parameters
        ----------
        title, words : str
            What.
        offer : sequence of str
            Ids of actions that help.
        wider : bool
            Whether counting everything helps.
        """
        buttons = [self._offers[name] for name in offer]
        for place, button in enumerate(buttons):
            button.setProperty("kind", "plain" if place else "primary")
            button.style().polish(button)
        self.message.show_words(title, words, offer=[*buttons, *[self._everything] * wider])
        self._body.setCurrentWidget(self.message)
        self.bar.setVisible(wider)

    def show_told(self, told: Told, names: Mapping[str, str]) -> None:
        """Show what answers say."""
        self.sheet.show_told(told, names)
        self._body.setCurrentIndex(1)
        self.bar.show()

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        head = QWidget(self)
        head.setLayout(HeadLayout(self.title, *buttons))
        scrolled = self.scrolled = Scrolled(self.sheet, self)
        scroll_by_keys(scrolled, tr("What your answers say"))
        self._body.addWidget(self.message)
        self._body.addWidget(scrolled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, 0, 0)
        layout.setSpacing(8)
        for widget in (head, self.chooser, self.bar):
            layout.addWidget(widget)
            widget.setContentsMargins(0, 0, MARGIN, 0)
        layout.addWidget(self._body, 1)


def _while_offered(action: QAction, parent: QWidget, *, small: bool = False) -> QPushButton:
    """Return a button that is seen only while it can be used."""
    button = button_of(action, small=small)
    button.setParent(parent)  # shown without, it would be a window of its own for a moment
    button.setText(action.iconText())
    button.setVisible(action.isEnabled())
    action.enabledChanged.connect(button.setVisible)
    return button


def _plain(action: QAction) -> QPushButton:
    button = button_of(action)
    button.setText(action.iconText())
    return button
