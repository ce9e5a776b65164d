"""What the panel says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.cases.fields import ScaleSource
from core.cases.records import StoredAnalysis, StoredImage
from core.followup.alignment import Alignment
from core.followup.area import AreaChange, Basis
from core.followup.scale import Scale
from desktop.followup.content import FollowImage
from desktop.followup.words import (
    alignment_words,
    area_words,
    length_words,
    probability_words,
    scale_words,
)

STORED = StoredImage(
    lesion_id="l", visit_id="v", sha256="0" * 64, name="a", size=1, width=4, height=3
)
BARE = FollowImage(stored=STORED, source=Path("a"), day="1 Jan 2026")


def image(*, malignant: float = 0.1, model: str = "a", **content: object) -> FollowImage:
    analysis = StoredAnalysis(
        image_id="i", model_name="m", model_version="1", finding="nv", probability=0.8,
        malignant=malignant, model_sha256=model, content=content,
    )  # fmt: skip
    return FollowImage(stored=STORED, source=Path("a"), day="1 Jan 2026", analysis=analysis)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.5, "50 % larger"),
        (0.6, "40 % smaller"),
        (1.1, "No certain change (10 % larger)"),
        (1.001, "No certain change (same size)"),
    ],
)
def test_an_area_is_said_with_its_error(ratio: float, words: str) -> None:
    said = area_words(AreaChange(ratio, Basis.ALIGNMENT))
    assert said.first == words
    assert "outlines alone" in said.then
    assert "frame of the older image" in said.then


def test_square_millimetres_are_said_where_they_are_known() -> None:
    said = area_words(AreaChange(1.5, Basis.SCALE, 10, 15))
    assert "10.0 mm² before, 15.0 mm² now" in said.then


def test_an_area_that_is_not_known_says_why() -> None:
    said = area_words("No area: the lesion runs off the picture, in the older image.")
    assert said.first == "Not known"
    assert "runs off" in said.then


def test_an_alignment_on_the_lesion_says_that_growth_is_not_seen() -> None:
    matrix = np.array([[0.0, -1.2, 0.0], [1.2, 0.0, 0.0]])
    words = alignment_words(Alignment(matrix, 40, 50, 0.8))
    assert words.startswith("Aligned by 40 details of the skin around the lesion, to within 0.8")
    assert "turned by 90° and drawn at 120 %" in words
    assert "grown" not in words
    assert "grown" in alignment_words(Alignment(matrix, 40, 50, 0.8, on_skin=False))


def test_findings_are_compared_class_by_class() -> None:
    said = probability_words(
        image(malignant=0.1, probabilities={"nv": 0.9, "mel": 0.1}),
        image(malignant=0.5, probabilities={"nv": 0.5, "mel": 0.1}),
    )
    assert [(row.name, row.older, row.newer, row.change) for row in said.rows] == [
        ("All malignant", "10 %", "50 %", "▲ 40"),
        ("Melanocytic nevus", "90 %", "50 %", "▼ 40"),
        ("Melanoma", "10 %", "10 %", "same"),
    ]
    assert said.notices == ()


def test_what_speaks_against_comparing_is_said() -> None:
    said = probability_words(
        image(model="a", novelty={"novel": True}, probabilities={"nv": 1}),
        image(model="b", probabilities={"nv": 1}),
    )
    assert "Another model" in said.notices[0]
    assert "nothing like the older image" in said.notices[1]
    assert [(row.older, row.newer, row.change) for row in said.rows] == [
        ("—", "10 %", ""),
        ("—", "over 99 %", ""),
    ]


def test_an_image_without_a_finding_is_named() -> None:
    for pair, missing in (((BARE, image()), "older"), ((image(), BARE), "newer")):
        said = probability_words(*pair)
        assert said.rows == ()
        assert missing in said.notices[0]


def test_scales_and_lengths() -> None:
    assert scale_words(None) == "scale not known"
    dicom = Scale(0.02, ScaleSource.DICOM)
    assert scale_words(dicom) == "0.02 mm per pixel, stated by the file"
    # A picture that is shown at half its size has pixels twice as large as its file's.
    ruler = Scale(0.04, ScaleSource.RULER)
    assert scale_words(ruler, reduction=2) == "0.02 mm per pixel, set on a ruler"
    assert length_words(7.94) == "7.9 mm"
