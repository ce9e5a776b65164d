"""What a DICOM file says, in the words of cases; what fits nowhere is left out."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from pydicom import Dataset
from pydicom.sequence import Sequence

from core.cases.fields import BodySite, Sex, Side
from core.cases.suggestions import Suggestions, suggestions_from
from core.images import read_metadata
from core.images.metadata import Tag
from tests.core.images.dicoms import dicom

PIXELS = np.zeros((8, 8, 3), np.uint8)


def said_by(**attributes: Any) -> Suggestions:
    return suggestions_from(read_metadata(dicom(PIXELS, **attributes)))


def test_what_is_there_is_suggested() -> None:
    assert said_by(
        PatientID="ID-4711",
        PatientBirthDate="19810203",
        PatientSex="F",
        BodyPartExamined="FOREARM",
        ImageLaterality="L",
        AcquisitionDateTime="20261101103000",
        StudyDate="20261102",
    ) == Suggestions(
        patient_id="ID-4711",
        birth_year=1981,
        sex=Sex.FEMALE,
        site=BodySite.FOREARM,
        side=Side.LEFT,
        day=date(2026, 11, 1),
    )


def test_what_is_not_there_is_not() -> None:
    assert not said_by()


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"PatientAge": "045Y", "StudyDate": "20260101"}, 1981),
        ({"PatientAge": "045Y"}, None),
        ({"PatientAge": "006M", "StudyDate": "20260101"}, None),
        ({"PatientBirthDate": "1981", "StudyDate": "20260101"}, None),
    ],
)
def test_a_year_of_birth_is_never_guessed(attributes: dict[str, str], expected: int | None) -> None:
    tags = [Tag(name, value, name) for name, value in attributes.items()]
    assert suggestions_from(tags).birth_year == expected


@pytest.mark.parametrize(
    ("words", "site"),
    [
        ("UPPER ARM", BodySite.UPPER_ARM),
        ("UPPERARM", BodySite.UPPER_ARM),
        ("Lower leg", BodySite.LOWER_LEG),
        ("BREAST", BodySite.CHEST),
        ("SKIN", None),
        ("", None),
    ],
)
def test_places_on_the_body(words: str, site: BodySite | None) -> None:
    assert suggestions_from([Tag("", words, "BodyPartExamined")]).site is site


def test_a_region_by_its_code() -> None:
    region = Dataset()
    region.CodeMeaning = "Scalp"
    assert said_by(AnatomicRegionSequence=Sequence([region])).site is BodySite.SCALP


def test_only_dicom_suggests() -> None:
    assert not suggestions_from([Tag("Camera", "M"), Tag("Taken", "2026:11:01")])
