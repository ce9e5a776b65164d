"""Puts the sections of the card together."""

from __future__ import annotations

from core.model.card import Card
from core.report.card import about, figures
from core.report.card.blocks import Page, Section
from core.report.card.evidence import evidence
from core.report.card.explanations import explanations
from core.report.card.precision import lower_precision
from core.report.card.similar import similar
from core.report.card.trust import trust


def card_page(card: Card, *, sha256: str) -> Page:
    """Make the page.

    Parameters
    ----------
    card : Card
        With figures, or without.
    sha256 : str
        Of the weights it belongs to.
    """
    sections = (
        Section("Intended use", about.intended(card)),
        Section("The model", about.network(card, sha256=sha256)),
        Section("What it learned from", about.data(card)),
        Section("What it is worth", figures.headline(card)),
        Section("By class", figures.classes(card)),
        Section("By patients", figures.groups(card)),
        Section("How its findings turned out", evidence(card)),
        Section("What a sensitivity costs", figures.operating(card)),
        Section("When to believe it", trust(card)),
        Section("Whether its heat maps can be believed", explanations(card)),
        Section("Whether similar images show the same", similar(card)),
        Section("In lower precision", lower_precision(card)),
        Section("What should not change its answer", figures.probes(card)),
        Section("What nobody knows, and what can mislead it", about.limits(card)),
        Section("How it was made", about.making(card)),
    )
    return Page(
        title=f"Model card: {card.name} {card.version}",
        statement=card.statement,
        sections=tuple(section for section in sections if section.blocks),
    )
