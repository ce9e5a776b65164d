"""Each report says what of a patient's identity it holds, and what it leaves out."""

from __future__ import annotations

from typing import Final

_NAME: Final = "the patient's name"
_METADATA: Final = "names and metadata of the image files (EXIF, GPS, DICOM)"
IMAGE_ONLY: Final = "Left out: metadata of the image file (EXIF, GPS, DICOM)."
"""On the report of an image that belongs to no case."""


def privacy_words(*, named: bool, metadata: bool) -> str:
    """Say it in a sentence or two."""
    items = ((_NAME, named), (_METADATA, metadata))
    inside = ", and ".join(words for words, chosen in items if chosen)
    outside = ", and ".join(words for words, chosen in items if not chosen)
    warning = f"This report identifies the patient: it holds {inside}." if inside else ""
    return " ".join(filter(None, (warning, f"Left out: {outside}." if outside else "")))
