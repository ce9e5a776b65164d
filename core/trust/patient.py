"""What the user may state beside the image: where the lesion is, and how old the patient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.language import marked, say

_PLAIN: Final = {
    "acral": marked("palm or sole"),
    "genital": marked("genitals"),
    "lower extremity": marked("leg"),
    "trunk": marked("trunk, unspecified"),
    "upper extremity": marked("arm"),
}


class AgeGroup(StrEnum):
    """Ages in years; wide, so that each has enough lesions to count."""

    UNDER_30 = marked("under 30")
    FROM_30 = marked("30 to 49")
    FROM_50 = marked("50 to 69")
    FROM_70 = marked("70 and over")


_BEGIN: Final = ((70, AgeGroup.FROM_70), (50, AgeGroup.FROM_50), (30, AgeGroup.FROM_30))


@dataclass(frozen=True, slots=True)
class Patient:
    """What is stated, so that evidence can be narrowed to it; nothing else depends on it.

    Parameters
    ----------
    site : str, optional
        Where on the body the lesion is, in the data set's own word; None: not stated.
    age : AgeGroup, optional
        How old the patient is; None: not stated.
    """

    site: str | None = None
    age: AgeGroup | None = None


def age_group(years: float) -> AgeGroup:
    """Return the group of an age in years."""
    return next((group for begin, group in _BEGIN if years >= begin), AgeGroup.UNDER_30)


def site_words(site: str) -> str:
    """Say a data set's word for a body site as people do: ``lower extremity`` is a leg."""
    return say(_PLAIN.get(site, site))


def age_words(age: AgeGroup) -> str:
    """Say an age group within a sentence."""
    return say("aged {years}", years=say(age))
