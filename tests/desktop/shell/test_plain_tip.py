"""Tool tips show the words of others as they are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt, QTextDocument

from desktop.shell.plain_tip import plain_tip


@pytest.mark.parametrize(
    "words", ["Signed by <b>Ward</b> &amp; co\nkey 1", "<img src=x>", "Weights 1 < 2\nkey"]
)
def test_what_looks_like_markup_is_shown_as_it_is(words: str) -> None:
    document = QTextDocument()
    tip = plain_tip(words)
    show = document.setHtml if Qt.mightBeRichText(tip) else document.setPlainText  # as Qt does
    show(tip)
    assert document.toPlainText().replace("\xa0", " ") == words


def test_ordinary_words_stay_as_they_are() -> None:
    assert plain_tip("One line\nand another.") == "One line\nand another."
