"""Values of filters as a person reads them."""

from __future__ import annotations

import pytest

from core.atlas.browse import Facet
from core.atlas.description import AtlasClass, Description
from core.language import Language, speaking
from core.report.atlas_words import facet_name, facet_words

DESCRIBED = Description(
    name="Drawn",
    licence="none",
    source="none",
    created="2026-01-01",
    images=1,
    skipped=0,
    lesions=None,
    classes={"mel": AtlasClass(name="Melanoma", images=1)},
    library="library-000000000000.sqlite",
    library_sha256="0" * 64,
)


@pytest.mark.parametrize(
    ("facet", "value", "words"),
    [
        (Facet.DIAGNOSIS, "mel", "Melanoma"),
        (Facet.DIAGNOSIS, "elsewhere", "elsewhere"),
        (Facet.SITE, "lower extremity", "leg"),
        (Facet.CONFIRMATION, "histo", "histopathology"),
        (Facet.CONFIRMATION, "by_somebody", "by somebody"),
        (Facet.SEX, "female", "female"),
        (Facet.IMAGE_TYPE, "clinical: close-up", "photograph, close-up"),
        (Facet.LICENCE, "CC-BY", "CC-BY"),
        (Facet.SKIN_TYPE, "III", "III"),
        (Facet.SKIN_TYPE, None, "not stated"),
    ],
)
def test_each_value_has_its_words(facet: Facet, value: str | None, words: str) -> None:
    assert facet_words(facet, value, DESCRIBED) == words


def test_they_are_said_in_the_language_in_use() -> None:
    with speaking(Language.INDONESIAN):
        assert facet_words(Facet.SEX, "female", DESCRIBED) == "perempuan"
        assert {facet_name(facet) for facet in Facet} & {"Diagnosis"} == {"Diagnosis"}
        assert len({facet_name(facet) for facet in Facet}) == len(Facet)
