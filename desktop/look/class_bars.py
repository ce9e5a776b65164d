"""The bars: every class with its full name and probability; choosing one shows its heat map."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.wording import in_sentence, percent
from desktop.language.words import mark, tr
from desktop.look.class_model import ClassModel, ClassRole, ClassRow
from desktop.shell.fonts import bold
from desktop.shell.paint import chosen_ground, mirrored, rounded
from desktop.shell.row_model import Index

_PAD: Final = 8
_BAR: Final = 8
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_DIM: Final = 0.5
_TAG: Final = mark("malignant")


class ClassDelegate(QStyledItemDelegate):
    """Paints a class: name and percentage, and a bar below.

    Attributes
    ----------
    versus : str or None
        Code of the class that the explained one is set against.
    """

    versus: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the wrapped name needs at the view's width."""
        row = index.data(ClassRole.ROW)
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else 320
        name = self._name_rect(option, QRect(0, 0, width, 10_000), row)
        return QSize(width, name.height() + _BAR + 3 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one class."""
        row: ClassRow = index.data(ClassRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = chosen_ground(painter, option)
        self._paint_words(painter, option, row, chosen=chosen)
        self._paint_bar(painter, option, row)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ClassRow, *, chosen: bool
    ) -> None:
        name = self._name_rect(option, option.rect, row)
        painter.setFont(bold(option.font) if chosen and not row.doubtful else option.font)
        painter.setPen(option.palette.color(_loud(row, QPalette.ColorRole.Text)))
        painter.drawText(mirrored(name, option), int(_WRAP), self._name(row))
        line = QRect(
            option.rect.left() + 2 * _PAD,
            name.top(),
            option.rect.width() - 4 * _PAD,
            option.fontMetrics.height(),
        )
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), percent(row.probability))
        if row.malignant:
            painter.setFont(option.font)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            line.setRight(line.right() - _percent_width(option, row) - _PAD)
            painter.drawText(mirrored(line, option), int(Qt.AlignmentFlag.AlignRight), tr(_TAG))

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, row: ClassRow) -> None:
        inner = option.rect.adjusted(2 * _PAD, 0, -2 * _PAD, -_PAD)
        track = QRect(inner.left(), inner.bottom() - _BAR, inner.width(), _BAR)
        rounded(painter, QRectF(track), option.palette.color(QPalette.ColorRole.Midlight))
        track.setWidth(max(2, round(track.width() * row.probability)))
        painter.setOpacity(_DIM if row.doubtful else 1)
        colour = option.palette.color(_loud(row, QPalette.ColorRole.Accent))
        rounded(painter, QRectF(mirrored(track, option)), colour)

    def _name(self, row: ClassRow) -> str:
        return (
            tr("rather than {name}", name=in_sentence(row.name))
            if row.code == self.versus
            else row.name
        )

    def _name_rect(self, option: QStyleOptionViewItem, room: QRect, row: ClassRow) -> QRect:
        """Where the name stands, wrapped beside the percentage and the tag."""
        tag = option.fontMetrics.horizontalAdvance(tr(_TAG)) + _PAD if row.malignant else 0
        numbers = _percent_width(option, row)
        inner = room.adjusted(2 * _PAD, _PAD, -3 * _PAD - numbers - tag, 0)
        # Measured in bold, so that being chosen moves nothing.
        return QFontMetrics(bold(option.font)).boundingRect(inner, int(_WRAP), self._name(row))


def _loud(row: ClassRow, role: QPalette.ColorRole) -> QPalette.ColorRole:
    """Return the role, or a quiet one where the numbers are not to be relied on."""
    return QPalette.ColorRole.PlaceholderText if row.doubtful else role


def _percent_width(option: QStyleOptionViewItem, row: ClassRow) -> int:
    return QFontMetrics(bold(option.font)).horizontalAdvance(percent(row.probability))


class ClassBars(QListView):
    """The list of all classes.

    Parameters
    ----------
    model : ClassModel
        The rows.
    parent : QWidget, optional
        As for any widget.
    """

    chosen = Signal(str)
    """Code of the class that the user wants explained."""
    menu_wanted = Signal(str, QPoint)
    """Code of the class for which a menu is wanted, and where on the screen."""

    def __init__(self, model: ClassModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes = model
        self.setModel(model)
        self._delegate = ClassDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("classes")
        self.setAccessibleName(tr("Classes"))
        self.setAccessibleDescription(
            tr("Probability of each class; the selected one is explained")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._tell)
        model.modelReset.connect(self._fit_height)

    def select(self, code: str) -> None:
        """Show which class is explained."""
        row = self._classes.row_of(code)
        if row is not None and row != self.currentIndex().row():
            with QSignalBlocker(self):  # it is no wish of the user's
                self.setCurrentIndex(self._classes.index(row))

    def set_against(self, code: str | None) -> None:
        """Show which class the explained one is set against, if there is one."""
        if code != self._delegate.versus:
            self._delegate.versus = code
            self.scheduleDelayedItemsLayout()
            self._fit_height()
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the class under the cursor, or of the chosen one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            code = self._classes.code_at(index.row())
            self.menu_wanted.emit(code, self.viewport().mapToGlobal(place))

    def step(self, step: int) -> None:
        """Choose the class that stands `step` rows below, if there is one."""
        index = self._classes.index(self.currentIndex().row() + step)
        if index.isValid():
            self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap names anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit_height()

    def _fit_height(self) -> None:
        """Be as high as all rows: the panel scrolls, not the list within it."""
        rows = range(self._classes.rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows) + 2)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._classes.code_at(current.row()))
