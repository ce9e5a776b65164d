"""Each report says what of a patient's identity it holds, and what it leaves out."""

from __future__ import annotations

from typing import Final

from core.language import marked, say

IMAGE_ONLY: Final = marked("Left out: metadata of the image file (EXIF, GPS, DICOM).")
"""On the report of an image that belongs to no case."""

_WORDS: Final = {
    (False, False): marked(
        "Left out: the patient's name, and names and metadata of the image files (EXIF, GPS, "
        "DICOM)."
    ),
    (True, False): marked(
        "This report identifies the patient: it holds the patient's name. Left out: names and "
        "metadata of the image files (EXIF, GPS, DICOM)."
    ),
    (False, True): marked(
        "This report identifies the patient: it holds names and metadata of the image files "
        "(EXIF, GPS, DICOM). Left out: the patient's name."
    ),
    (True, True): marked(
        "This report identifies the patient: it holds the patient's name, and names and metadata "
        "of the image files (EXIF, GPS, DICOM)."
    ),
}
"""By whether it holds the name, and the metadata."""


def privacy_words(*, named: bool, metadata: bool) -> str:
    """Say it in a sentence or two."""
    return say(_WORDS[named, metadata])
