"""The values that the items of an atlas are filtered by, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.atlas.browse import Facet
from core.language import again, marked, say
from core.report.similar_words import way_words
from core.trust.patient import site_words

if TYPE_CHECKING:
    from core.atlas.description import Description

_FACETS: Final = {
    Facet.DIAGNOSIS: marked("Diagnosis"),
    Facet.SITE: marked("Body site"),
    Facet.SEX: marked("Sex"),
    Facet.CONFIRMATION: marked("Confirmed by"),
    Facet.SKIN_TYPE: marked("Skin type (Fitzpatrick)"),
    Facet.IMAGE_TYPE: marked("Image type"),
    Facet.LICENCE: marked("Licence"),
}
_WORDS: Final = {
    "male": marked("male"),
    "female": marked("female"),
    "other": marked("other"),
    "dermoscopic": marked("dermoscopy"),
    "clinical": marked("photograph"),
    "clinical: close-up": marked("photograph, close-up"),
    "clinical: overview": marked("photograph, overview"),
    "drawing": marked("drawing"),
}


def facet_name(facet: Facet) -> str:
    """Name what items are filtered by."""
    return say(_FACETS[facet])


def facet_words(facet: Facet, value: str | None, described: Description) -> str:
    """Say a value of a facet, as a view counts it."""
    if value is None:
        return say("not stated")
    match facet:
        case Facet.DIAGNOSIS:
            return again(described.name_of(value))
        case Facet.SITE:
            return site_words(value)
        case Facet.CONFIRMATION:
            return way_words(value)
        case _:
            known = _WORDS.get(value.strip().casefold())
            return value if known is None else say(known)
