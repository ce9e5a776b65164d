"""The images that are compared: a picture each, with its name, its finding and its scale."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QAction, QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.look.legend import Legend
from desktop.look.link import Link
from desktop.look.linked_picture import LinkedPicture
from desktop.shell.elided_label import ElidedLabel
from desktop.shell.fonts import bold
from desktop.shell.parts import MARGIN, button_of, heading, plain_label, text, toggle_of
from desktop.shell.plain_tip import plain_tip

MOST: Final = 4
_ROOM: Final = 560  # pixels of height that two rows need


class CompareCell(QWidget):
    """One of the images.

    Parameters
    ----------
    parent : QWidget
        As for any widget.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = LinkedPicture(self)
        self.picture.setMinimumSize(96, 48)  # the words come first
        self.name = ElidedLabel("", self)
        self.finding = plain_label(self)
        self.finding.setWordWrap(True)
        self.finding.setFont(bold(self.finding.font()))
        self.trust = text(self, quiet=True)
        self.legend = Legend(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name)
        layout.addWidget(self.picture, 1)
        for widget in (self.finding, self.trust, self.legend):
            layout.addWidget(widget)

    def show_words(self, *, name: str, finding: str, trust: str) -> None:
        """Say which image it is, and what was found."""
        self.name.setText(name)
        self.name.setToolTip(plain_tip(name))
        self.picture.setAccessibleName(tr("Picture of {name}", name=name))
        self.picture.setAccessibleDescription(finding)
        self.finding.setText(finding)
        self.trust.setText(trust)
        self.trust.setVisible(bool(trust))

    def show_picture(self, image: QImage | None, *, full_width: int) -> None:
        """Show another picture where it was looked at; or none yet."""
        self.picture.replace_picture(image, full_width=full_width)
        self.picture.show_words(tr("Reading the picture…") if image is None else "")


class CompareView(QWidget):
    """Up to four images beside each other.

    Parameters
    ----------
    leave : QAction
        Goes back to where the user came from.
    back : str, optional
        What its button says; that it goes back to one image.
    toggle : QAction, optional
        Shows more or less of the images.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self,
        leave: QAction,
        *,
        back: str = "",
        toggle: QAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cells = tuple(CompareCell(self) for _ in range(MOST))
        self._link = Link([cell.picture for cell in self.cells], self)
        self._images = 0
        self._placed = (0, 0)
        self._title = heading(self, factor=1.15)
        self._grid = QGridLayout()
        self._grid.setSpacing(MARGIN)
        button = button_of(leave, small=True)
        button.setText(back or tr("Back to one image"))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        if toggle is not None:
            shown = toggle_of(toggle, self)
            shown.setProperty("kind", "small")
            head.addWidget(shown)
        head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._grid, 1)

    def arrange(self, images: int, title: str) -> None:
        """Give so many images their places: in one row, or four in two where there is room."""
        self._title.setText(title)
        self._images = images
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have two rows only where there is room for them."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        images = self._images
        columns = 2 if images == MOST and self.height() >= _ROOM else images
        if (images, columns) == self._placed:
            return
        self._placed = images, columns
        for number, cell in enumerate(self.cells):
            self._grid.removeWidget(cell)
            cell.setVisible(number < images)
            if number < images:
                self._grid.addWidget(cell, number // columns, number % columns)
        for number in range(MOST):
            self._grid.setColumnStretch(number, int(number < columns))
        for row in range(2):
            self._grid.setRowStretch(row, int(row * columns < images))
