"""The card's file says what the card says, and can be read."""

from __future__ import annotations

from core.model.card import Card
from core.model.card_text import card_text
from tests.core.tiny import tiny_card
from tests.core.trust.counts import COUNTS


def test_it_reads_back_as_the_same_card() -> None:
    card = tiny_card(evidence=COUNTS, metrics={"a": [], "b": {}, "c": [[1, 2.5], [None, "é"]]})
    assert Card.model_validate_json(card_text(card)) == card


def test_short_lists_stand_on_one_line_and_long_ones_do_not() -> None:
    limits = ("Nothing is known of dark skin.", "Nor of photographs without a dermatoscope.")
    lines = card_text(tiny_card(evidence=COUNTS, limits=(*limits, *limits))).splitlines()
    assert '      ["mel", 1, "back", "70 and over", "nv", 4, 0],' in lines
    assert f'    "{limits[0]}",' in lines
    assert lines[0] == "{"
