"""All that a search found, and thousands of damaged files more, is taken or refused by name."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import create_engine

from core.cases.revisions import revision_of
from core.cases.tables import REVISION
from tests.fuzz.target import CORPUS, Target
from tests.fuzz.targets import TARGETS
from tests.fuzz.targets.backups import tables_at_once

PLACES = 60
FEWER = {"backup-table": 20, "answers-backup": 20}
"""They fill or open a database each time."""
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


def test_tables_that_are_made_at_once_are_those_of_the_migrations() -> None:
    made = []
    for _ in range(2):
        with closing(create_engine("sqlite://").connect()) as connection:
            described = tables_at_once(connection, REVISION)
            is_there = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
            made.append((described.sorted_tables, sorted(map(str, is_there))))
            assert revision_of(connection) == REVISION
    assert made[0] == made[1]


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
