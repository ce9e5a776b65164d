"""Tool tips and labels show the words of others as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument

from desktop.shell.plain_tip import plain_tip

ROOT = Path(__file__).parents[3]
OWN_WORDS = {"desktop/shell/parts.py", "desktop/shell/invitation.py"}
"""What makes labels of Qt's own kind: plain ones, and those of words that are all ours."""


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


def test_labels_come_from_where_they_are_made_plain() -> None:
    making = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "desktop").rglob("*.py")
        if re.search(r"(?<!\w)QLabel\(", path.read_text(encoding="utf-8"))
    }
    assert making == OWN_WORDS
