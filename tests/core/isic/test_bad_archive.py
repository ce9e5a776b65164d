"""Fetching from an archive that is busy, broken, elsewhere or away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import (
    ArchiveAddressError,
    ArchiveAnswerError,
    ArchiveBusy,
    ArchiveUnreachable,
)
from core.isic.client import Client
from core.isic.fetch import fetch
from core.isic.transport import Transport
from core.isic.wanted import Wanted
from tests.core.isic.archive import Answer, Archive, image, picture, serving
from tests.core.isic.fetching import Get, rows

SEARCH = "/api/v2/images/search/"


def in_turn(*answers: Answer | None) -> Callable[[], Answer | None]:
    left = list(answers)
    return lambda: left.pop(0) if left else None


def test_the_archive_is_given_the_time_it_asks_for(
    get: Get, archive: Archive, waited: list[float]
) -> None:
    archive.odd[SEARCH] = in_turn((429, {"Retry-After": "7"}, b""), (503, {}, b""))
    archive.odd["/files/2"] = in_turn((429, {"Retry-After": "2"}, b""))
    for number, zone in ((3, "GMT"), (4, "-0000")):
        past = {"Retry-After": f"Wed, 21 Oct 2015 07:28:00 {zone}"}
        archive.odd[f"/files/{number}"] = in_turn((429, past, b""))
    assert get(Wanted()).there == 7
    assert waited == [7, 4, 2, 0, 0]


def test_an_archive_that_stays_busy_is_left_alone(
    get: Get, archive: Archive, tmp_path: Path, waited: list[float]
) -> None:
    archive.odd["/files/3"] = lambda: (429, {"Retry-After": "3600"}, b"")
    with pytest.raises(ArchiveBusy, match="what came is kept"):
        get(Wanted())
    assert waited == []
    assert len(rows(tmp_path)) == 2
    archive.odd["/files/3"] = lambda: (429, {}, b"")
    with pytest.raises(ArchiveBusy):
        get(Wanted())
    assert len(waited) == 4


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((500, {}, b""), "answers with the error 500"),
        ((200, {}, b"<html>"), "does not answer as the ISIC archive does"),
        ((200, {}, b'{"results": [{"isic_id": "../../x"}]}'), "does not answer as"),
    ],
)
def test_a_search_that_fails_is_one_sentence(
    get: Get, archive: Archive, answer: Answer, reason: str
) -> None:
    archive.odd[SEARCH] = lambda: answer
    with pytest.raises(ArchiveAnswerError, match=reason):
        get(Wanted())


@pytest.mark.parametrize(
    "answer", [(404, {}, b""), (200, {}, b"<html>"), (200, {}, picture(3)[:-9])]
)
def test_an_image_that_cannot_be_had_is_told_of(get: Get, archive: Archive, answer: Answer) -> None:
    archive.odd["/files/3"] = lambda: answer
    told = get(Wanted())
    assert told.there == 6
    assert list(told.failed) == ["ISIC_0000003"]


def test_an_archive_that_has_no_files_at_all_is_left_alone(get: Get, archive: Archive) -> None:
    archive.images = [image(number) for number in range(1, 60)]
    for number in range(1, 60):
        archive.odd[f"/files/{number}"] = lambda: (404, {}, b"")
    with pytest.raises(ArchiveAnswerError, match="answers with the error 404"):
        get(Wanted())
    assert sum("files" in asked for asked in archive.asked) == 20


def test_nothing_is_fetched_in_clear_from_elsewhere(get: Get, archive: Archive) -> None:
    elsewhere = {"full": {"url": "http://elsewhere.example/1.jpg", "size": 0}}
    archive.images[0] = {**image(1), "files": elsewhere}
    with pytest.raises(ArchiveAddressError, match="not a safe address"):
        get(Wanted())
    archive.images[0] = image(1)
    archive.odd["/files/1"] = lambda: (302, {"Location": "http://elsewhere.example/"}, b"")
    with pytest.raises(ArchiveAddressError):
        get(Wanted())


def test_offline_is_one_sentence(tmp_path: Path, waited: list[float]) -> None:
    with serving(Archive([])) as archive:
        gone = archive.api
    transport = Transport(local=True, sleep=waited.append)
    with pytest.raises(ArchiveUnreachable, match=r"127.0.0.1 does not answer. Check the network"):
        fetch(Wanted(), Client(transport, api=gone), folder=tmp_path / "isic")
    transport.close()
    assert waited == [1]


def test_a_network_that_goes_is_waited_for(
    archive: Archive, tmp_path: Path, waited: list[float]
) -> None:
    transport = Transport(local=True, sleep=waited.append)
    client = Client(transport, api=archive.api)
    assert client.count("") == 7
    with serving(Archive([])) as other:
        gone = other.api
    with pytest.raises(ArchiveUnreachable):
        fetch(Wanted(), Client(transport, api=gone), folder=tmp_path / "isic")
    transport.close()
    assert waited == [1, 2, 4, 8]
