"""All that a search found, and thousands of damaged files more, is taken or refused by name."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.fuzz.target import CORPUS, Target
from tests.fuzz.targets import TARGETS

PLACES = 60
FEWER = {"backup-table": 8, "library": 8, "answers-backup": 20}
"""The first fills a database each time; the second looks for what can be saved of one; the third
opens one."""
HOSTILE = (b"\x00", b"\xff", b'"', b"null", b"-1", b"1e999", b"[", b"9" * 30, b'"\\ud800"', b"")


@pytest.fixture(params=list(TARGETS))
def target(request: pytest.FixtureRequest) -> Target:
    return TARGETS[request.param]


def damaged(data: bytes, name: str, places: int) -> Iterator[bytes]:
    """Cut a file, and overwrite it, at places all over it."""
    chance = random.Random(name)
    for number in range(places):
        place = len(data) * number // places
        yield data[:place]
        other = chance.choice(HOSTILE)
        yield data[:place] + other + data[place + max(1, len(other)) :]
        yield data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def sweep(target: Target, places: int) -> int:
    refused = 0
    for name, data in target.seeds().items():
        for bad in damaged(data, name, max(1, places // len(target.seeds()))):
            refused += target.try_(bad) is not None
    return refused


def test_what_is_healthy_is_taken(target: Target) -> None:
    assert target.seeds()
    for name, data in target.seeds().items():
        assert target.try_(data) is None, name


def test_what_a_search_has_found(target: Target) -> None:
    for file in sorted(target.corpus.glob("*")):
        target.try_(file.read_bytes())


def test_every_corpus_has_its_reader() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} <= set(TARGETS)


@pytest.mark.filterwarnings("ignore")
def test_damage_all_over(target: Target) -> None:
    assert sweep(target, FEWER.get(target.name, PLACES)) > 0


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_damage_at_thousands_of_places(target: Target) -> None:
    assert sweep(target, 20 * FEWER.get(target.name, PLACES * 2)) > 0
