"""Narrows the table: words, class, answer, trust; and its order, for the keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from core.language import again
from desktop.batch.columns import COLUMNS
from desktop.batch.filters import AS_THEY_CAME, Answered, BatchFilters, Trusted
from desktop.language.words import mark, tr
from desktop.shell.flow import FlowLayout

_PAUSE_MS: Final = 200  # after the last letter
_ALL: Final = mark("All classes")
_WIDTH: Final = 18  # letters
_AIR: Final = 56  # pixels around the words that say what to type: padding, and what clears them
_BY: Final = (
    mark("By name"),
    mark("By finding"),
    mark("By probability"),
    mark("Malignant first"),
    mark("By certainty"),
    mark("Unlike a lesion first"),
    mark("By remarks"),
)
_LARGEST_FIRST: Final = frozenset({2, 3, 5})
"""Columns whose large numbers are looked for."""


class FilterBar(QWidget):
    """The filters and the order.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()
    order_wanted = Signal(int, object)
    """Column and Qt.SortOrder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(tr("Words"))
        self.words.setPlaceholderText(tr("Name, finding or reason"))
        self.words.setClearButtonEnabled(True)
        room = self.fontMetrics().horizontalAdvance(self.words.placeholderText())
        self.words.setFixedWidth(room + _AIR)
        self.classes = _choice(self, tr("Class"), [(tr(_ALL), "")])
        self.answers = _choice(self, tr("Answer"), [(tr(one.value), one) for one in Answered])
        self.trust = _choice(self, tr("Trust"), [(tr(one.value), one) for one in Trusted])
        self.order = _choice(self, tr("Order"), list(_orders()))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._listen()
        height = self.words.sizeHint().height()
        layout = FlowLayout()
        for widget in (self.words, self.classes, self.answers, self.trust, self.order):
            widget.setFixedHeight(height)
            layout.addWidget(widget)
        self.setLayout(layout)

    @property
    def filters(self) -> BatchFilters:
        """What is wanted."""
        return BatchFilters(
            words=self.words.text().strip(),
            finding=str(self.classes.currentData()),
            answered=Answered(self.answers.currentData()),
            trusted=Trusted(self.trust.currentData()),
        )

    def offer_classes(self, names: Iterable[tuple[str, str]]) -> None:
        """Offer classes by code and name; the one that is chosen stays, if it is among them."""
        chosen = self.classes.currentData()
        with QSignalBlocker(self.classes):
            self.classes.clear()
            self.classes.addItem(tr(_ALL), "")
            for code, name in sorted(((one, again(name)) for one, name in names), key=_by_name):
                self.classes.addItem(name, code)
            self.classes.setCurrentIndex(max(0, self.classes.findData(chosen)))

    def show_order(self, column: int) -> None:
        """Show by what the table is sorted."""
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(self.order.findData(column))

    def clear(self) -> None:
        """Want everything."""
        for box in (self.classes, self.answers, self.trust):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        with QSignalBlocker(self.words):
            self.words.clear()
        self.changed.emit()

    def _listen(self) -> None:
        self.words.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.changed)
        for box in (self.classes, self.answers, self.trust):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.order.currentIndexChanged.connect(lambda _: self._want_order())

    def _want_order(self) -> None:
        column = int(self.order.currentData())
        down = column in _LARGEST_FIRST
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.order_wanted.emit(column, order)


def _by_name(pair: tuple[str, str]) -> str:
    return pair[1]


def _orders() -> Iterable[tuple[str, object]]:
    yield tr("As they came"), AS_THEY_CAME
    for place in range(len(COLUMNS)):
        yield tr(_BY[place]), place


def _choice(parent: QWidget, name: str, items: Iterable[tuple[str, object]]) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_WIDTH)
    for words, value in items:
        box.addItem(words, value)
    return box
