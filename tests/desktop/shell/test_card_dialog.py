"""The model card in the window: everything on the card, to be selected and closed by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from core.model import Bundle, Card
from core.model.signature import Signature
from core.paths import model_folder
from core.report.card.page import card_page
from core.results import Engine, ModelIdentity
from desktop.application import make_application
from desktop.engine.status import Ready
from desktop.shell.about import Page
from desktop.shell.card_dialog import open_card
from tests.core.trust.counts import COUNTS
from tests.desktop.fakes import CHOICE, make_card, make_rules


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    make_application()
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(card: Card, owner: QWidget, qtbot: QtBot) -> tuple[Page, QTextBrowser]:
    identity = ModelIdentity(name=card.name, version=card.version, sha256="ab" * 32)
    signature = Signature("Ward <3>", "cd" * 32)
    page = open_card(Ready(card, identity, Engine.TENSORFLOW, CHOICE, signature), owner)
    qtbot.waitUntil(lambda: bool(page.browser.toPlainText()))
    return page, page.browser


def test_it_says_what_the_card_says_and_nothing_is_cut_off(owner: QWidget, qtbot: QtBot) -> None:
    if not (model_folder() / "card.json").is_file():
        pytest.skip("no model ships here")
    card = Bundle.load(model_folder()).card
    page, browser = opened(card, owner, qtbot)
    qtbot.waitUntil(lambda: browser.verticalScrollBar().maximum() > 0)
    words = browser.toPlainText()
    for section in card_page(card, sha256="ab" * 32).sections:
        assert section.title in words
    assert "ab" * 32 in words
    assert f"Signed by Ward <3>, key {'cd' * 8}…" in words
    assert browser.horizontalScrollBar().maximum() == 0
    page.reject()


def test_it_can_be_selected_and_escape_closes_it(owner: QWidget, qtbot: QtBot) -> None:
    page, browser = opened(make_card(trust=make_rules(), evidence=COUNTS), owner, qtbot)
    browser.selectAll()
    assert "9 of 18 (29 to 71)" in browser.textCursor().selectedText()
    with qtbot.waitSignal(page.finished):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_a_strangers_card_is_text_and_never_markup(owner: QWidget, qtbot: QtBot) -> None:
    odd = make_card().model_copy(update={"name": "<img src=x>", "limits": ("<b>bold</b> & `x`",)})
    page, browser = opened(odd, owner, qtbot)
    assert "<img src=x>" in browser.toPlainText()
    assert "<b>bold</b> & x" in browser.toPlainText()
    page.reject()
