"""Thousands of damaged files: each is a picture or one named error, and none is a wrong picture."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from core.errors import (
    DecoderCrashed,
    ImageError,
    ImageTooLarge,
    TruncatedImage,
    UnreadableImage,
    UnsupportedFormat,
)
from core.images import ImageReader, Limits, Picture, decode
from core.images.formats import identify
from tests.core.images.samples import every_format

if TYPE_CHECKING:
    from collections.abc import Iterator

# GDCM aborts its process on some damage, so its files are only ever decoded in a worker here.
IN_PROCESS = [name for name in every_format() if not name.startswith("dicom-j")]
CUTS = 60
FLIPS = 150


@cache
def whole(name: str) -> Picture:
    return decode(every_format()[name])


def cuts(data: bytes) -> Iterator[bytes]:
    places = {*range(0, len(data), max(1, len(data) // CUTS)), *range(len(data) - 12, len(data))}
    return (data[:place] for place in sorted(places))


def damaged(data: bytes, count: int, seed: str) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(count):
        bytes_ = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            place = chance.randrange(min(len(bytes_), chance.choice((len(bytes_), 200, 1000))))
            what = chance.random()
            if what < 0.5:
                bytes_[place] ^= 1 << chance.randrange(8)
            elif what < 0.9:
                bytes_[place] = chance.choice((0, 255, 127, 128, chance.randrange(256)))
            else:
                del bytes_[place : place + chance.randrange(1, 9)]
        yield bytes(bytes_)


def outcome(data: bytes, limits: Limits) -> Picture | ImageError:
    try:
        return decode(data, limits=limits)
    except ImageError as error:
        return error


def assert_sound(outcome: Picture | ImageError) -> None:
    if isinstance(outcome, Picture):
        assert outcome.pixels.dtype == np.uint8
        height, width = outcome.record.height, outcome.record.width
        assert outcome.pixels.shape == (height, width, 3)
        return
    assert type(outcome) is not ImageError
    assert outcome.message[0].isupper()
    assert outcome.message.endswith(".")
    for jargon in ("Error", "Exception", "Traceback", "None", "fault of its own"):
        assert jargon not in outcome.message


@pytest.mark.parametrize("name", IN_PROCESS)
def test_a_cut_file_is_an_error_or_the_whole_picture(name: str) -> None:
    data = every_format()[name]
    for cut in cuts(data):
        result = outcome(cut, Limits())
        assert_sound(result)
        if isinstance(result, Picture):  # only bookkeeping behind the pixels was cut off
            assert len(cut) > len(data) - 25
            assert np.array_equal(result.pixels, whole(name).pixels)
        elif identify(cut) is None:
            assert isinstance(result, UnsupportedFormat | UnreadableImage)
        else:
            assert isinstance(result, UnreadableImage)


@pytest.mark.parametrize("name", [name for name in IN_PROCESS if name != "tiff-jpeg"])
def test_a_file_cut_in_half_is_called_truncated(name: str) -> None:
    data = every_format()[name]
    assert isinstance(outcome(data[: len(data) // 2], Limits()), TruncatedImage)


@pytest.mark.parametrize("name", IN_PROCESS)
def test_damage_in_process(name: str) -> None:
    limits = Limits(max_pixels=4_000_000)  # damage to the size must not cost gigabytes here
    for data in damaged(every_format()[name], FLIPS, name):
        assert_sound(outcome(data, limits))


def test_damage_in_the_worker() -> None:
    """Every format, native decoders that abort included; the worker always comes back."""
    files = [
        data
        for name, whole_file in every_format().items()
        for data in (*damaged(whole_file, 20, "worker " + name), whole_file[: len(whole_file) // 2])
    ]
    assert_answered(files)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", sorted(every_format()))
def test_damage_at_a_thousand_places(name: str) -> None:
    """Each format alone: cut at hundreds of places, and changed at a thousand."""
    whole_file = every_format()[name]
    step = max(1, len(whole_file) // 400)
    cut = [whole_file[:place] for place in range(0, len(whole_file), step)]
    assert_answered([*cut, *damaged(whole_file, 1000, "thousand " + name), whole_file, b"x"])


def assert_answered(files: list[bytes]) -> None:
    """Read all, in workers: each is a picture, or a named error of its own."""
    with ImageReader(limits=Limits(seconds=20), workers=2) as reader:
        readings = list(reader.read_many(files))
    assert [reading.source for reading in readings] == files
    kinds = {type(reading.outcome) for reading in readings}
    for reading in readings:
        assert_sound(reading.outcome)
    assert kinds <= {
        Picture, UnreadableImage, TruncatedImage, UnsupportedFormat, ImageTooLarge, DecoderCrashed
    }  # fmt: skip
    assert {Picture, UnreadableImage, TruncatedImage, UnsupportedFormat} <= kinds


@pytest.mark.parametrize("seed", range(5))
def test_noise_behind_a_true_beginning(seed: int) -> None:
    chance = random.Random(seed)
    for name in IN_PROCESS:
        head = every_format()[name][: chance.choice((12, 40, 150))]
        assert_sound(outcome(head + chance.randbytes(2000), Limits(max_pixels=4_000_000)))
