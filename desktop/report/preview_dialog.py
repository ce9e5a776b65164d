"""The window in which a report is seen before it is saved or printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.wording import per_hundred
from desktop.language.words import tr
from desktop.report.page_view import PageView
from desktop.shell.parts import MARGIN, plain_label, rule, show_words, text

_ABOUT: Final = 240
_SIZE: Final = (940, 860)
_SMALLEST: Final = (760, 480)


class PreviewDialog(QDialog):
    """Shows pages, and says what the user wants of them.

    Parameters
    ----------
    title : str
        What the report is about.
    choices : iterable of str
        Other reports that can be seen instead; one alone is not offered.
    parent : QWidget, optional
        As for any widget.
    """

    page_wanted = Signal(int)
    """The page that the user wants to see, from 0."""
    zoom_wanted = Signal(int)
    """1: larger; -1: smaller."""

    def __init__(self, title: str, choices: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.about = QComboBox(self)
        self.about.addItems(list(choices))
        self.about.setAccessibleName(tr("What the report is about"))
        self.about.setToolTip(tr("What the report is about"))
        self.about.setMaximumWidth(_ABOUT)
        self.about.setVisible(self.about.count() > 1)
        self.view = PageView(self)
        self.number = QLineEdit(self)
        self.number.setFixedWidth(48)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName(tr("Page"))
        self.total = plain_label(self)
        self.share = plain_label(self)
        self._make_buttons()
        self._message = text(self)
        self._message.setProperty("kind", "plain")
        self._message.hide()
        self._lay_out()
        self.number.returnPressed.connect(self._want_page)
        self.set_ready(ready=False)
        self.resize(*_SIZE)
        self.setMinimumSize(*_SMALLEST)
        self.view.setFocus()

    @property
    def said(self) -> str:
        """What the dialog says about the report."""
        return self._message.text() if not self._message.isHidden() else ""

    def say(self, words: str) -> None:
        """Say something about the report; nothing, if there is nothing to say."""
        show_words(self._message, words)

    def set_ready(self, *, ready: bool) -> None:
        """Offer to save and print what is there."""
        for button in (self.save, self.print):
            button.setEnabled(ready)

    def show_number(self, page: int, total: int) -> None:
        """Show which page of how many is seen."""
        self.number.setText(str(page + 1))
        self.number.setValidator(QIntValidator(1, max(1, total), self.number))
        self.total.setText(tr("of {total}", total=total))
        self.before.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < total)

    def show_share(self, percent: int) -> None:
        """Show how large the page is."""
        self.share.setText(per_hundred(str(percent)))

    def _want_page(self) -> None:
        self.page_wanted.emit(int(self.number.text()) - 1)

    def _make_buttons(self) -> None:
        self.before = self._button("←", tr("The page before"), "")
        self.next = self._button("→", tr("The next page"), "")
        self.smaller = self._button("−", tr("Smaller"), "Ctrl+-")  # noqa: RUF001  # a minus sign
        self.larger = self._button("+", tr("Larger"), "Ctrl+=")
        self.width_ = self._button(tr("Fit &width"), tr("As wide as there is room"), "Ctrl+0")
        self.whole = self._button(tr("&Whole page"), tr("The whole page at once"), "Ctrl+9")
        self.options = self._button(tr("&Options…"), tr("Clinic, logo, paper and parts"), "")
        self.print = self._button(tr("&Print…"), tr("Print these pages"), "Ctrl+P")
        self.save = self._button(tr("&Save as PDF…"), tr("Save these pages"), "Ctrl+S")
        self.before.clicked.connect(lambda: self.view.turned.emit(-1))
        self.next.clicked.connect(lambda: self.view.turned.emit(1))
        self.smaller.clicked.connect(lambda: self.zoom_wanted.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_wanted.emit(1))

    def _button(self, words: str, tip: str, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "small")
        button.setAutoDefault(False)  # Enter in the field of the page must not print
        button.setAccessibleName(tip)
        button.setToolTip(f"{tip} ({QKeySequence(key).toString()})" if key else tip)
        if key:
            button.setShortcut(QKeySequence(key))
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 8, MARGIN, 8)
        bar.setSpacing(8)
        pages = (self.before, self.number, self.total, self.next)
        sizes = (self.smaller, self.share, self.larger, self.width_, self.whole)
        bar.addWidget(self.about)
        for widget in pages:
            bar.addWidget(widget)
        bar.addSpacing(8)
        for widget in sizes:
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.options)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 8)
        foot.setSpacing(8)
        foot.addWidget(self._message, 1)
        foot.addStretch(0)
        close = self._button(tr("&Close"), tr("Close the preview"), "")
        close.clicked.connect(self.reject)
        for button in (close, self.print, self.save):
            button.setProperty("kind", "primary" if button is self.save else "plain")
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(rule(self))
        layout.addWidget(self.view, 1)
        layout.addWidget(rule(self))
        layout.addLayout(foot)
