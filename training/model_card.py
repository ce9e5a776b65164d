"""The card as a page of Markdown; what stands on it is made in `core.report.card`."""

from __future__ import annotations

from core.model import Bundle
from core.report.card.markdown import to_markdown
from core.report.card.page import card_page

_ORIGIN = (
    "Written by `python -m training card --bundle MODEL --markdown FILE` from the bundle itself."
)


def model_card(bundle: Bundle) -> str:
    """Write the card of a bundle, with figures on it or without."""
    return to_markdown(card_page(bundle.card, sha256=bundle.sha256), origin=_ORIGIN)
