"""What a screen reader and the Tab key find in a window, walked through as they would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from desktop.bodymap.picker import RegionButton

_USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_MOST_STEPS = 300
_Role = QAccessible.Role
_CHOSEN_BY_NAME = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.CheckBox,
    _Role.ComboBox,
    _Role.EditableText,
    _Role.RadioButton,
    _Role.Slider,
    _Role.SpinBox,
    _Role.List,
    _Role.Table,
    _Role.Tree,
}
"""Roles of which two with one name within one parent could not be told apart."""


def complaints(window: QWidget) -> list[str]:
    """Say everything that is wrong with a window, or with a dialog."""
    return [*nameless(window), *alike(window), *silenced(window), *beyond_tab(window)]


def nameless(window: QWidget) -> Iterator[str]:
    """What can have the focus, or is used, and has no name."""
    for one, _ in _walk(_root(window)):
        thing = one.object()
        if isinstance(thing, QLabel) and not thing.text():
            continue  # nothing is there to be read
        if one.state().focusable and not _is_part(thing) and not _name(one):
            yield f"without a name: {_described(one)}"


def alike(window: QWidget) -> Iterator[str]:
    """What is used and has the name and the role of something beside it."""
    told = Counter(
        (id(parent.object()), parent.role(), one.role(), _name(one))
        for one, parent in _walk(_root(window))
        if one.role() in _CHOSEN_BY_NAME and _name(one)
    )
    for (_, _, role, name), number in told.items():
        if number > 1:
            yield f"{number} times: {role.name} “{name}”"


def silenced(window: QWidget) -> Iterator[str]:
    """Labels whose name hides what they say: a screen reader says only the name."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and label.accessibleName() not in ("", label.text()):
            yield f"“{label.text()}” is read as “{label.accessibleName()}”"


def beyond_tab(window: QWidget) -> Iterator[str]:
    """What is used and never gets the focus, however often Tab is pressed."""
    reached = _tabbed(window)
    for widget in window.findChildren(QWidget):
        if isinstance(widget, _USED) and _is_there(widget, window) and not _is_part(widget):
            others = {widget, *widget.findChildren(QWidget)}
            if not reached & others and not _left_to_arrows(widget):
                yield f"beyond Tab: {_words(widget)}"


def _root(window: QWidget) -> QAccessibleInterface:
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return root


def _walk(
    root: QAccessibleInterface,
) -> Iterator[tuple[QAccessibleInterface, QAccessibleInterface]]:
    """Go through what can be seen, each with its parent; not into other windows."""
    for place in range(root.childCount()):
        child = _child(root, place)
        if child is None or child.state().invisible:
            continue
        thing = child.object()
        if isinstance(thing, QWidget) and thing.isWindow():
            continue
        yield child, root
        if child.role() not in (_Role.List, _Role.Table, _Role.Tree):  # rows name themselves
            yield from _walk(child)


def _name(one: QAccessibleInterface) -> str:
    thing = one.object()
    if isinstance(thing, QComboBox):  # which on some systems gives what is chosen as its name
        return thing.accessibleName()
    return one.text(QAccessible.Text.Name).strip()


def _described(one: QAccessibleInterface) -> str:
    thing = one.object()
    return f"{one.role().name} {_words(thing) if isinstance(thing, QWidget) else ''}"


def _words(widget: QWidget) -> str:
    around = widget.parentWidget()
    name = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{name}” in {type(around).__name__}"


def _is_part(thing: QObject | None) -> bool:
    """Whether something around it speaks for it: of a viewport, a scroll bar, an inner edit."""
    if not isinstance(thing, QWidget):
        return False
    around = thing.parentWidget()
    inner = isinstance(around, QAbstractScrollArea) and thing is around.viewport()
    owned = isinstance(around, (QComboBox, QAbstractSpinBox, QLineEdit))
    return inner or owned or isinstance(thing, QScrollBar) or _in_item_view(thing)


def _in_item_view(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractItemView):
            return True
        around = around.parentWidget()
    return False


def _is_there(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.window() is window


def _left_to_arrows(widget: QWidget) -> bool:
    """Whether the arrow keys lead to it from one that Tab reaches, as in a group of choices."""
    if isinstance(widget, RegionButton):
        return widget.focusPolicy() is Qt.FocusPolicy.ClickFocus
    return isinstance(widget, QRadioButton) and not widget.isChecked()


def _tabbed(window: QWidget) -> set[QWidget]:
    """Press Tab until the focus has been everywhere."""
    reached: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        focus = _focus(window)
        if focus is not None and focus in reached and focus is not reached[-1]:
            break  # a date stays where it is, until all of its parts were there
        if focus is not None and focus not in reached:
            reached.append(focus)
        QTest.keyClick(focus or window, Qt.Key.Key_Tab)
    return set(reached)


def _focus(window: QWidget) -> QWidget | None:
    """Return what has the focus, also in a dialog that no screen makes the active window."""
    return window.focusWidget()


def _child(one: QAccessibleInterface, place: int) -> QAccessibleInterface | None:
    return one.child(place)
