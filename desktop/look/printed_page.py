"""The page that is printed: one image, its finding, and how far to believe it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QImage, QTextDocument

from core.language import again
from core.report.evidence_words import evidence_sentence
from core.report.trust_words import (
    case_mix_sentence,
    malignant_sentence,
    survival_warning,
    trust_line,
)
from core.wording import percent
from desktop.language.words import tr
from desktop.look.class_model import rows_of

if TYPE_CHECKING:
    from desktop.look.shown import Shown

_PICTURE_SHARES: Final = (0.6, 0.5, 0.4, 0.3)
"""Of the page's height: the first with which all that is to be read fits on one page."""


def page_of(shown: Shown, image: QImage, *, size: QSizeF) -> QTextDocument:
    """Lay out a page: picture, how far to believe the finding, all probabilities, the statement.

    Parameters
    ----------
    shown : Shown
        What to print.
    image : QImage
        The rendered picture.
    size : QSizeF
        Of the page within its margins, in points.
    """
    document = QTextDocument()
    document.setPageSize(size)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl("shown"), image)
    for share in _PICTURE_SHARES:
        scale = min(size.width() * 0.9 / image.width(), size.height() * share / image.height())
        document.setHtml(_page_html(shown, picture_width=round(image.width() * scale)))
        if document.pageCount() == 1:
            break
    return document


def _page_html(shown: Shown, *, picture_width: int) -> str:
    from html import escape

    analysis, card = shown.analysis, shown.card
    line = trust_line(analysis, card)
    remarks = ("" if line is None else line.words, survival_warning(analysis))
    trust = "".join(f"<p><b>{escape(words)}</b></p>" for words in remarks if words)
    rows = "".join(
        f"<tr><td>{escape(row.name)}&nbsp;</td>"
        f"<td align='right'>{percent(row.probability)}</td></tr>"
        for row in rows_of(analysis, card)
    )
    model = tr("Model {name} {version}", name=analysis.model.name, version=analysis.model.version)
    sums = f"{malignant_sentence(analysis)}. {case_mix_sentence(analysis, card)} {model}."
    return (
        f"<h3>{escape(shown.name)}</h3>{trust}"
        f"<p><img src='shown' width='{picture_width}'></p>"
        f"<table>{rows}</table>"
        f"<p>{escape(evidence_sentence(analysis, card))}</p>"
        f"<p>{escape(sums)}</p>"
        f"<p><b>{escape(again(card.statement))}</b></p>"
    )
