"""The card as text: JSON that a person can read, too, with short lists on one line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pydantic import JsonValue

from core.model.card import Card

_STEP = "  "
_LONGEST = 100  # characters of a list on one line


def card_text(card: Card) -> str:
    """Write the content of ``card.json``."""
    return _text(card.model_dump(mode="json"), "") + "\n"


def _text(value: JsonValue, indent: str) -> str:
    deeper = indent + _STEP
    match value:
        case dict() if value:
            entries = (f"{_plain(name)}: {_text(one, deeper)}" for name, one in value.items())
            return _lines("{", entries, "}", indent)
        case list() if _is_long(value):
            return _lines("[", (_text(one, deeper) for one in value), "]", indent)
    return _plain(value)


def _is_long(values: list[JsonValue]) -> bool:
    nested = any(isinstance(one, dict | list) for one in values)
    return nested or len(_plain(values)) > _LONGEST


def _lines(opening: str, entries: Iterable[str], closing: str, indent: str) -> str:
    inside = f",\n{indent}{_STEP}".join(entries)
    return f"{opening}\n{indent}{_STEP}{inside}\n{indent}{closing}"


def _plain(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
