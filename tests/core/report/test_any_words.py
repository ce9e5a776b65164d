"""Whatever a user may call patient and order stands in the files as it was said."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import Dataset, dcmread

from core.dicom.export import objects_of
from core.dicom.kinds import Kind
from core.dicom.subject import anonymous
from core.engine import open_classifier
from core.fhir.report import diagnostic_report
from core.images import Picture, decode
from core.images.encode import encode_png
from core.model import Card
from core.report.order import (
    LONGEST_ACCESSION,
    LONGEST_NAME,
    LONGEST_PSEUDONYM,
    Order,
    checked_pseudonym,
)
from core.results import Analysis
from tests.core.tiny import tiny_bundle

MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PIXELS = np.random.default_rng(1).integers(0, 256, (48, 64, 3), np.uint8)


def words(most: int) -> st.SearchStrategy[str]:
    """Text that DICOM can hold, in any script; a name's parts stay unparted."""
    letters = st.characters(exclude_categories=["C", "Z"], exclude_characters="\\^=")
    return st.text(letters, max_size=most)


@cache
def analysed() -> tuple[Picture, Analysis, Card]:
    with TemporaryDirectory() as folder:
        bundle = tiny_bundle(Path(folder) / "model")
        picture = decode(encode_png(PIXELS))
        return picture, open_classifier(bundle).analyse(picture), bundle.card


# pydicom counts the blank that makes the number of bytes even.
@pytest.mark.filterwarnings("ignore:The value length")
@settings(max_examples=25, deadline=None)
@given(words(LONGEST_PSEUDONYM), words(LONGEST_ACCESSION), words(LONGEST_NAME))
def test_dicom_says_what_the_user_said(pseudonym: str, accession: str, physician: str) -> None:
    picture, analysis, card = analysed()
    order = Order(accession, physician)
    subject = anonymous(made=MADE, patient_id=checked_pseudonym(pseudonym), order=order)
    objects = objects_of(
        picture, analysis, card, subject, overlay=PIXELS, kind=Kind.DERMOSCOPIC, made=MADE
    )
    for made in objects.named().values():
        read = again(made)
        assert str(read.PatientID) == pseudonym
        assert str(read.AccessionNumber) == accession
        assert str(read.ReferringPhysicianName) == physician
        assert read.StudyInstanceUID == subject.fields.StudyInstanceUID


def again(made: Dataset) -> Dataset:
    file = BytesIO()
    made.save_as(file, enforce_file_format=True)
    file.seek(0)
    return dcmread(file)


@settings(max_examples=50, deadline=None)
@given(words(LONGEST_PSEUDONYM), words(LONGEST_ACCESSION), words(LONGEST_NAME))
def test_fhir_says_what_the_user_said(pseudonym: str, accession: str, physician: str) -> None:
    _, analysis, card = analysed()
    made = json.loads(
        diagnostic_report(
            analysis,
            card,
            overlay=encode_png(PIXELS),
            made=MADE,
            patient_id=checked_pseudonym(pseudonym),
            order=Order(accession, physician),
        )
    )
    subject = {"identifier": {"value": pseudonym}} if pseudonym else None
    assert made.get("subject") == subject
    requests = [each for each in made["contained"] if each["id"] == "order"]
    assert len(requests) == bool(accession or physician)
    for request in requests:
        assert request.get("requester") == ({"display": physician} if physician else None)
        numbers = [each["value"] for each in request.get("identifier", [])]
        assert numbers == ([accession] if accession else [])
