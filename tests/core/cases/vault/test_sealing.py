"""What was sealed comes back to the byte, from anywhere; whatever was changed is refused."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases.vault.keys import Keys
from core.cases.vault.sealing import PIECE, SealedReader, SealedWriter
from core.errors import StoreDamaged

KEYS = Keys(bytes(range(32)))
SEALED_PIECE = PIECE + 16
HEADER = 41


def sealed(content: bytes, *, meant: bytes = b"one", step: int = 50_000) -> bytes:
    file = io.BytesIO()
    writer = SealedWriter(file, KEYS)
    for start in range(0, len(content), step):
        writer.write(content[start : start + step])
    writer.finish(meant)
    return file.getvalue()


def unsealed(data: bytes, *, meant: bytes = b"one", keys: Keys = KEYS) -> bytes:
    return SealedReader(io.BytesIO(data), keys, meant).readall()


def pixels(length: int) -> bytes:
    return random.Random(length).randbytes(length)


@pytest.mark.parametrize(
    "length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 17, 5 * PIECE]
)
def test_what_goes_in_comes_out(length: int) -> None:
    content = pixels(length)
    data = sealed(content)
    assert unsealed(data) == content
    assert SealedReader(io.BytesIO(data), KEYS, b"one").size == length
    assert len(data) == HEADER + length + 16 * max(1, -(-length // PIECE))
    assert content[:64] not in data or length < 4
    assert sealed(content) != data  # never the same key


@given(start=st.integers(0, 3 * PIECE), length=st.integers(0, 2 * PIECE))
def test_any_part_can_be_read(start: int, length: int) -> None:
    content = pixels(2 * PIECE + 100)
    with io.BufferedReader(SealedReader(io.BytesIO(sealed(content)), KEYS, b"one")) as reader:
        reader.seek(start)
        assert reader.read(length) == content[start : start + length]
        assert reader.seek(-7, io.SEEK_END) == len(content) - 7
        assert reader.read() == content[-7:]


def test_every_changed_byte_is_noticed() -> None:
    data = sealed(pixels(100))
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        with pytest.raises(StoreDamaged):
            unsealed(bytes(changed))


def test_every_shorter_or_longer_file_is_noticed() -> None:
    data = sealed(pixels(100))
    for length in range(len(data)):
        with pytest.raises(StoreDamaged):
            unsealed(data[:length])
    with pytest.raises(StoreDamaged):
        unsealed(data + b"\0")


def test_pieces_keep_their_places() -> None:
    data = sealed(pixels(3 * PIECE))
    head, pieces = data[:HEADER], [
        data[start : start + SEALED_PIECE] for start in range(HEADER, len(data), SEALED_PIECE)
    ]  # fmt: skip
    one, two, three = pieces
    assert unsealed(head + one + two + three) == pixels(3 * PIECE)
    for others in (
        [two, one, three], [one, three, two], [one, one, three], [one, two], [one, three],
        [two, three], [three], [one, two, three, three], [],
    ):  # fmt: skip
        with pytest.raises(StoreDamaged):
            unsealed(head + b"".join(others))


def test_files_do_not_take_each_others_place() -> None:
    one, other = sealed(pixels(3 * PIECE)), sealed(pixels(3 * PIECE), meant=b"other")
    with pytest.raises(StoreDamaged):
        unsealed(other)
    with pytest.raises(StoreDamaged):  # pieces of another file
        unsealed(one[: HEADER + SEALED_PIECE] + other[HEADER + SEALED_PIECE :], meant=b"other")
    with pytest.raises(StoreDamaged):
        unsealed(one, keys=Keys.random())


def test_a_stale_file_under_the_same_name_is_read_as_what_it_is() -> None:
    """An older version of the same file is whole: what it held is compared by its checksum."""
    assert unsealed(sealed(b"older")) == b"older"
