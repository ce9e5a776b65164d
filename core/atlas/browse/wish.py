"""What a user wants to see of an atlas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Facet(StrEnum):
    """What items are filtered, counted and grouped by; each has few values."""

    DIAGNOSIS = "diagnosis"
    SITE = "site"
    SEX = "sex"
    CONFIRMATION = "confirmation"
    SKIN_TYPE = "skin type"
    IMAGE_TYPE = "image type"
    LICENCE = "licence"


class Sort(StrEnum):
    """In which order items come."""

    SOURCE = "source"
    DIAGNOSIS = "diagnosis"
    SITE = "site"
    AGE = "age"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which items are wanted; by default all.

    Parameters
    ----------
    chosen : mapping of Facet to frozenset of (str or None)
        Values of which an item has one, as the source has them, but for ways of confirmation, which
        have one name each; None means that it states nothing.
        A facet that is absent or has an empty set does not matter.
    age_from, age_to : float, optional
        Bounds of the patient's age in years, both included; with one of them, items without an age
        are left out.
    text : str
        Words that all stand somewhere in the diagnosis, the site, the way of confirmation, the
        attribution or the file's name; case and accents do not matter.
    only : frozenset of int, optional
        Ids, as of favourites or of a collection; None for all.
    """

    chosen: Mapping[Facet, frozenset[str | None]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    age_from: float | None = None
    age_to: float | None = None
    text: str = ""
    only: frozenset[int] | None = None
