from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.scrolled import Scrolled, resize_within_screen, show_whole


def tall() -> QWidget:
    body = QWidget()
    field = QWidget()
    field.setMinimumSize(200, 900)
    QVBoxLayout(body).addWidget(field)
    return body


def test_a_form_is_shown_whole_where_there_is_room_and_scrolls_where_not(qtbot: QtBot) -> None:
    shown = Scrolled(tall())
    qtbot.addWidget(shown)
    assert shown.sizeHint().height() >= 900
    assert shown.minimumSizeHint().height() < 200
    shown.resize(shown.minimumSizeHint().width(), 300)
    shown.show()
    assert shown.verticalScrollBar().maximum() > 500
    assert shown.body.width() >= 200
    assert shown.horizontalScrollBar().maximum() == 0


def test_a_dialog_is_no_higher_than_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within_screen(dialog, QSize(300, 200))
    assert dialog.size() == QSize(300, 200)
    resize_within_screen(dialog, QSize(300, 20_000))
    assert 200 < dialog.height() < dialog.screen().availableSize().height()


def test_a_dialog_grows_with_its_form(qtbot: QtBot) -> None:
    dialog, more = QDialog(), QLabel("words that wrap " * 20)
    qtbot.addWidget(dialog)
    body = QWidget()
    column = QVBoxLayout(body)
    for label in (QLabel("first"), more):
        label.setWordWrap(True)
        column.addWidget(label)
    more.hide()
    form = Scrolled(body, dialog)
    QVBoxLayout(dialog).addWidget(form)
    show_whole(dialog, form, width=300)
    dialog.show()
    before = dialog.height()
    more.show()
    show_whole(dialog, form, width=300)
    assert dialog.width() == 300
    assert dialog.height() > before
    qtbot.waitUntil(lambda: more.height() >= more.heightForWidth(more.width()) > 0)
    assert form.verticalScrollBar().maximum() == 0
    more.hide()
    show_whole(dialog, form, width=100)
    assert dialog.size().toTuple()[0] == 300
