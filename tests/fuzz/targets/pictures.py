"""Pictures of all formats, and what they say besides their pixels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.images import Limits, decode
from core.images.formats import ImageFormat, identify
from core.images.metadata import metadata_of
from tests.core.images.samples import every_format
from tests.fuzz.target import Target

_LIMITS: Final = Limits(max_bytes=1 << 20, max_pixels=1 << 20)
_ABORTS: Final = "dicom-j"
"""Compressed DICOM: its native decoder may end its process, so only workers decode it."""


def _decode(data: bytes) -> object:
    if _ends_the_process(data):
        return None
    return decode(data, limits=_LIMITS)


def _ends_the_process(data: bytes) -> bool:
    return identify(data) is ImageFormat.DICOM and b"1.2.840.10008.1.2.4." in data


def _seeds() -> Mapping[str, bytes]:
    return {name: data for name, data in every_format().items() if not name.startswith(_ABORTS)}


PICTURES: Final = (
    Target("picture", _decode, _seeds),
    Target("metadata", metadata_of, _seeds),
)
