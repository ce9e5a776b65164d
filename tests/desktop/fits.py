"""What has too little room in the windows that are seen: texts that are cut off, and overlaps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.shell.elided_label import ElidedLabel

_SLACK = 1  # pixel: widths of fonts are fractions
_INSET = 16  # pixels: frame and padding of a line to type in
_CALM_TURNS = 3
"""After so many turns of the event loop without a change, layouts are done: each level of them may
take one."""
_TURNS = 3000


def wait_for_layouts(bot: QtBot) -> None:
    """Wait until whatever is seen has its place."""
    before, calm = _places(), 0
    for _ in range(_TURNS):
        bot.wait(1)
        now = _places()
        before, calm = now, calm + 1 if now == before else 0
        if calm == _CALM_TURNS:
            return
    raise AssertionError("what is seen keeps moving")


def cut_off(*, whole: bool = True) -> list[str]:
    """Name the texts that have less room than they need.

    Those that are shortened with dots have enough; what stands in an empty line only if `whole`.
    """
    return [
        f"{type(widget).__name__} {_words(widget)!r}: {widget.width()}x{widget.height()}"
        for widget in _seen()
        if not (_fits(widget) and _within(widget))
        if whole or not isinstance(widget, QLineEdit)
    ]


def overlapping() -> list[str]:
    """Name the siblings in layouts that lie over each other."""
    found = []
    for parent in _seen():
        if parent.layout() is None:
            continue
        children = [
            one for one in _laid_out(parent) if one.isVisible() and not one.size().isEmpty()
        ]
        for place, one in enumerate(children):
            for other in children[place + 1 :]:
                common = one.geometry().intersected(other.geometry())
                if common.width() > _SLACK and common.height() > _SLACK:
                    found.append(f"{_words(one)!r} and {_words(other)!r} in {parent}")
    return found


def _seen() -> Iterator[QWidget]:
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            for widget in (window, *window.findChildren(QWidget)):
                if widget.isVisible():
                    yield widget


def _places() -> list[QRect]:
    return [widget.geometry() for widget in _seen()]


def _laid_out(parent: QWidget) -> list[QWidget]:
    # Not by the layout's items: Qt deletes them, and Python then takes what lies there for them.
    layout = parent.layout()
    children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in children if layout is not None and layout.indexOf(one) >= 0]


def _fits(widget: QWidget) -> bool:
    match widget:
        case ElidedLabel():
            fits = True
        case QLabel():
            fits = _label_fits(widget)
        case QAbstractButton():
            fits = not widget.text() or _button_fits(widget)
        case QLineEdit():
            fits = _advance(widget, widget.placeholderText()) + _INSET <= widget.width()
        case QScrollArea():
            fits = _page_fits(widget)
        case _:
            fits = True
    return fits


def _button_fits(button: QAbstractButton) -> bool:
    needed = button.sizeHint()
    wide = needed.width() <= button.width() + _SLACK
    return wide and button.height() >= button.fontMetrics().height()


def _within(widget: QWidget) -> bool:
    """Whether no edge of its window cuts it; what scrolls may well be out of sight."""
    window, above = widget.window(), widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return window.rect().contains(QRect(widget.mapTo(window, QPoint()), widget.size()))


def _label_fits(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull():
        return True
    if label.wordWrap():
        return (
            label.heightForWidth(label.width()) <= label.height() + _SLACK
            and _longest_word(label) <= label.width()
        )
    return label.sizeHint().width() <= label.width() + _SLACK


def _longest_word(label: QLabel) -> int:
    words = [] if label.textFormat() is Qt.TextFormat.RichText else label.text().split()
    return max((_advance(label, word) for word in words), default=0)


def _page_fits(area: QAbstractScrollArea) -> bool:
    """Whether a page that scrolls up and down only is no wider than its window."""
    page = area.widget() if isinstance(area, QScrollArea) else None
    never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return page is None or not never or page.width() <= area.viewport().width() + _SLACK


def _advance(widget: QWidget, text: str) -> int:
    return max(
        (widget.fontMetrics().horizontalAdvance(line) for line in text.split("\n")), default=0
    )


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.placeholderText()
    text = getattr(widget, "text", None)
    return str(text()) if text is not None else widget.accessibleName() or widget.objectName()
