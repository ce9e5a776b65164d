"""A draft of a record: what is stated in it that is not saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final, TypeVar

from core.cases.fields import BodySite, BodyView, DiagnosisKind, Sex, Side
from core.cases.records import Record

Stated = TypeVar("Stated", bound=Record)

_OWN: Final = frozenset(field.name for field in fields(Record))
_PLACE: Final = frozenset({"site", "side", "view", "x", "y"})
"""Belong together: one from a draft and another from the store would be a place nobody stated."""
_READ: Final[Mapping[str, Callable[[str], object]]] = {
    "kind": DiagnosisKind,
    "day": date.fromisoformat,
    "site": BodySite,
    "side": Side,
    "view": BodyView,
    "sex": Sex,
}


def as_draft(stated: Record, *, saved: Record | None) -> str:
    """Write what is stated; of what is saved already, only what is stated otherwise.

    So what somebody else changes meanwhile is still there when the draft is taken up.
    """
    values = _values(stated)
    if saved is not None:
        before = _values(saved)
        new = {name for name, value in values.items() if value != before[name]}
        new |= _PLACE if new & _PLACE else set()
        values = {name: value for name, value in values.items() if name in new}
    return json.dumps(values, default=date.isoformat)


def from_draft(draft: str, record: Stated) -> Stated:
    """Make of a record what a draft says."""
    stated: dict[str, Any] = {name: _read(name, value) for name, value in json.loads(draft).items()}
    return replace(record, **stated)


def _values(record: Record) -> dict[str, Any]:
    names = (field.name for field in fields(record))
    return {name: getattr(record, name) for name in names if name not in _OWN}


def _read(name: str, value: str | None) -> object:
    return value if value is None or name not in _READ else _READ[name](value)
