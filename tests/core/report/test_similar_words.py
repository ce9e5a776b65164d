"""What is said of similar images."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.atlas import AtlasItem, Neighbour
from core.atlas.description import AtlasClass, Description, MadeWith
from core.report.similar_words import (
    FAR,
    confirmed_words,
    image_attribution,
    patient_words,
    summary,
)

NAMES = {"nv": "Melanocytic nevus", "mel": "Melanoma", "bcc": "Basal cell carcinoma"}
DESCRIPTION = Description(
    name="Set",
    licence="CC0",
    source="somewhere",
    created="2026-01-01",
    images=3,
    skipped=0,
    lesions=3,
    classes={code: AtlasClass(name=name, images=1) for code, name in NAMES.items()},
    model=MadeWith(name="m", version="1", sha256="0" * 64, channels=4),
    library="library-000000000000.sqlite",
    library_sha256="0" * 64,
)


def item(code: str = "nv", **values: Any) -> AtlasItem:
    return AtlasItem(id=1, path=Path("a.jpg"), sha256="0" * 64, code=code, **values)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("", "The atlas has no other lesion to compare with."),
        ("mel", "The one similar lesion shows melanoma."),
        ("nv nv", "All 2 most similar lesions show melanocytic nevus."),
        (
            "mel nv nv scc",
            "Of the 4 most similar lesions, 2 show melanocytic nevus, 1 melanoma and 1 scc.",
        ),
        ("scc nv", "Of the 2 most similar lesions, 1 show scc and 1 melanocytic nevus."),
    ],
)
def test_the_diagnoses_are_counted_in_one_sentence(codes: str, words: str) -> None:
    neighbours = [Neighbour(item(code), 0.1) for code in codes.split()]
    assert summary(neighbours, DESCRIPTION) == words


@pytest.mark.parametrize(("usual", "far"), [(0.09, True), (0.11, False), (None, False)])
def test_that_none_is_close_is_said_first(usual: float | None, *, far: bool) -> None:
    described = DESCRIPTION.model_copy(update={"usual_distance": usual})
    said = summary([Neighbour(item("mel"), 0.1)], described)
    assert said.startswith(FAR) is far
    assert said.endswith("The one similar lesion shows melanoma.")


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("histo", "confirmed by histopathology"),
        ("follow_up", "confirmed by follow-up"),
        ("consensus", "confirmed by expert consensus"),
        ("Confocal", "confirmed by confocal microscopy"),
        ("some_thing new", "confirmed by some thing new"),
        (None, "not stated how confirmed"),
    ],
)
def test_how_a_diagnosis_was_confirmed(stated: str | None, words: str) -> None:
    assert confirmed_words(item(confirmation=stated)) == words


def test_the_patient_as_far_as_is_known() -> None:
    assert patient_words(item(age=45.0, sex="female", site="back")) == "woman, 45 years, back"
    assert patient_words(item(site="back")) == "back"
    assert patient_words(item()) == ""


def test_an_image_of_somebody_else_names_them() -> None:
    own = image_attribution(item(licence="CC-BY", attribution="Hospital X"), DESCRIPTION)
    assert own == "Image: Hospital X, CC-BY. somewhere"
    assert image_attribution(item(), DESCRIPTION) == "Images: Set, CC0. somewhere"
