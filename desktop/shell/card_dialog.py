"""The model card as a page of the window: what is on the bundle's card, to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.engine.status import signature_words
from desktop.language.words import tr
from desktop.shell.about import Page

if TYPE_CHECKING:
    from desktop.engine.status import Ready

_SIZE = (880, 720)
_EDGE = 32


def open_card(ready: Ready, parent: QWidget) -> Page:
    """Open the page.

    Parameters
    ----------
    ready : Ready
        The model that answers.
    parent : QWidget
        The window that the page belongs to.
    """
    from core.report.card.html import sheet, to_html
    from core.report.card.page import card_page

    palette = parent.palette()
    quiet = palette.color(QPalette.ColorRole.PlaceholderText).name()
    line = palette.color(QPalette.ColorRole.Mid).name()
    content = to_html(
        card_page(ready.card, sha256=ready.model.sha256, signed=signature_words(ready.signature)),
        line=line,
    )
    page = Page(tr("Model card"), "", parent, sheet=sheet(quiet=quiet), margin=_EDGE)
    page.resize(*_SIZE)
    page.open()
    # In a turn of its own: the text is long, and the window may be busy with images.
    QTimer.singleShot(0, page, lambda: page.browser.setHtml(content))
    return page
