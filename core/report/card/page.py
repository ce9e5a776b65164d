"""Puts the sections of the card together."""

from __future__ import annotations

from core.language import again, say
from core.model.card import Card
from core.report.card import about, figures
from core.report.card.blocks import Page, Section
from core.report.card.evidence import evidence
from core.report.card.explanations import explanations
from core.report.card.precision import lower_precision
from core.report.card.similar import similar
from core.report.card.trust import trust


def card_page(card: Card, *, sha256: str, signed: str = "") -> Page:
    """Make the page.

    Parameters
    ----------
    card : Card
        With figures, or without.
    sha256 : str
        Of the weights it belongs to.
    signed : str, optional
        By whom, in words; a page of its own says nothing about that.
    """
    sections = (
        Section(say("Intended use"), about.intended(card)),
        Section(say("The model"), about.network(card, sha256=sha256, signed=signed)),
        Section(say("What it learned from"), about.data(card)),
        Section(say("What it is worth"), figures.headline(card)),
        Section(say("By class"), figures.classes(card)),
        Section(say("By patients"), figures.groups(card)),
        Section(say("How its findings turned out"), evidence(card)),
        Section(say("What a sensitivity costs"), figures.operating(card)),
        Section(say("When to believe it"), trust(card)),
        Section(say("Whether its heat maps can be believed"), explanations(card)),
        Section(say("Whether similar images show the same"), similar(card)),
        Section(say("In lower precision"), lower_precision(card)),
        Section(say("What should not change its answer"), figures.probes(card)),
        Section(say("What nobody knows, and what can mislead it"), about.limits(card)),
        Section(say("How it was made"), about.making(card)),
    )
    return Page(
        title=say("Model card: {name}", name=f"{card.name} {card.version}"),
        statement=again(card.statement),
        sections=tuple(section for section in sections if section.blocks),
    )
