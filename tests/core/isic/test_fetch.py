"""Fetching from an archive that behaves, and from one that does not."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.atlas.build import build_atlas
from core.datasets import read_dataset
from core.errors import (
    ArchiveAddressError,
    ArchiveAnswerError,
    ArchiveBusy,
    ArchiveUnreachable,
    UsageError,
)
from core.isic.client import Client
from core.isic.fetch import Fetched, fetch
from core.isic.transport import Transport
from core.isic.wanted import Licence, Wanted
from tests.core.isic.archive import Answer, Archive, image, picture, serving

SEARCH = "/api/v2/images/search/"


@pytest.fixture
def archive() -> Iterator[Archive]:
    with serving(Archive([image(number) for number in range(1, 8)])) as found:
        yield found


@pytest.fixture
def waited() -> list[float]:
    return []


@pytest.fixture
def get(
    archive: Archive, tmp_path: Path, waited: list[float]
) -> Iterator[Callable[[Wanted], Fetched]]:
    transport = Transport(local=True, sleep=waited.append)

    def call(wanted: Wanted) -> Fetched:
        return fetch(wanted, Client(transport, api=archive.api), folder=tmp_path / "isic")

    yield call
    transport.close()


Get = Callable[[Wanted], Fetched]


def rows(tmp_path: Path) -> list[dict[str, str]]:
    with (tmp_path / "isic" / "isic.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_turn(*answers: Answer | None) -> Callable[[], Answer | None]:
    left = list(answers)
    return lambda: left.pop(0) if left else None


def test_all_pages_are_fetched_with_licence_and_attribution(get: Get, tmp_path: Path) -> None:
    told = get(Wanted(number=100))
    assert (told.there, told.new, told.failed) == (7, 7, {})
    first = rows(tmp_path)[0]
    assert first["isic_id"] == "ISIC_0000001"
    assert (first["copyright_license"], first["attribution"]) == ("CC-0", "Hospital 1")
    assert (tmp_path / "isic" / first["path"]).read_bytes() == picture(1)


def test_what_came_is_a_source_of_an_atlas(get: Get, archive: Archive, tmp_path: Path) -> None:
    archive.images[1] = image(2, diagnosis_1="Malignant", diagnosis_3="Melanoma Invasive")
    archive.images[2] = image(3, diagnosis_3="Clear cell acanthoma", licence="CC-BY")
    get(Wanted(number=3))
    dataset = read_dataset(tmp_path / "isic", cache=tmp_path)
    atlas = build_atlas(dataset, None, out=tmp_path / "atlas").atlas
    nevus, melanoma, other = atlas.library.every()
    assert (nevus.code, melanoma.code, other.code) == ("nv", "mel", "clear_cell_acanthoma")
    assert melanoma.diagnosis == "Malignant > Melanoma Invasive"
    assert (other.licence, other.attribution) == ("CC-BY", "Hospital 3")
    assert (nevus.age, nevus.sex, nevus.site) == (45, "female", "posterior torso")
    assert (nevus.skin_type, nevus.image_type) == ("II", "dermoscopic")
    assert (nevus.confirmation, nevus.lesion_id) == ("histopathology", "IL_1")
    described = atlas.description.classes["clear_cell_acanthoma"]
    assert (described.name, described.malignant) == ("Clear cell acanthoma", False)


def test_the_search_says_what_is_wanted(get: Get, archive: Archive) -> None:
    get(Wanted(diagnoses=["mel", "Clear cell acanthoma"], image_types=["dermoscopic"], number=1))
    (query, *_) = archive.queries
    assert 'diagnosis_3:"Melanoma*"' in query
    assert 'diagnosis_5:"Clear cell acanthoma"' in query
    assert 'AND (image_type:"dermoscopic")' in query
    assert query.endswith('AND (copyright_license:"CC-0" OR copyright_license:"CC-BY")')


def test_a_licence_that_was_not_wanted_never_comes(get: Get, archive: Archive) -> None:
    archive.images[:2] = [image(1, licence="CC-BY-NC"), image(2, licence="CC-BY")]
    assert get(Wanted()).there == 6
    assert not any(asked == "/files/1" for asked in archive.asked)
    assert get(Wanted(licences=list(Licence))).new == 1


def test_only_so_many_come_and_later_the_rest(get: Get, archive: Archive) -> None:
    assert get(Wanted(number=2)).new == 2
    assert sum(asked.startswith("/files/") for asked in archive.asked) == 2
    told = get(Wanted(number=5))
    assert (told.there, told.new) == (5, 3)
    archive.asked.clear()
    assert get(Wanted(number=5)).new == 0
    assert archive.asked == []


def test_without_a_diagnosis_an_image_is_left_out(get: Get, archive: Archive) -> None:
    archive.images[3] = image(4, diagnosis_1=None, diagnosis_3=None)
    told = get(Wanted())
    assert (told.there, told.unlabelled) == (6, 1)


def test_what_was_done_before_a_kill_is_not_done_again(
    get: Get, archive: Archive, tmp_path: Path
) -> None:
    get(Wanted(number=4))
    folder = tmp_path / "isic"
    (folder / "isic.csv").unlink()  # as if it had ended in the middle of a page
    with (folder / "isic.jsonl").open("a") as file:
        file.write('{"isic_id": "ISIC_00000')
    (folder / "images" / "ISIC_0000002.jpg").write_bytes(b"half")
    archive.asked.clear()
    told = get(Wanted())
    assert (told.there, told.new) == (7, 4)
    assert sorted(asked for asked in archive.asked if "files" in asked) == [
        "/files/2", "/files/5", "/files/6", "/files/7"
    ]  # fmt: skip
    assert len(rows(tmp_path)) == 7
    for line in (folder / "isic.jsonl").read_text().splitlines():
        json.loads(line)


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


def test_how_many_there_are_is_asked_without_fetching(
    archive: Archive, waited: list[float]
) -> None:
    transport = Transport(local=True, sleep=waited.append)
    assert Client(transport, api=archive.api).count(Wanted(diagnoses=["nv"]).query) == 7
    transport.close()
    assert len(archive.asked) == 1
    assert 'diagnosis_3:"Nevus*"' in archive.queries[0]


@pytest.mark.parametrize("api", ["http://api.isic-archive.com/api/v2", "ftp://x", "nonsense"])
def test_the_archive_itself_is_only_asked_by_https(api: str) -> None:
    with pytest.raises(ArchiveAddressError, match="looks like https:"):
        Client(Transport(), api=api)


@pytest.mark.parametrize("name", ["", 'a"b', "a\\b"])
def test_names_that_would_change_the_search_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be looked for"):
        Wanted(diagnoses=[name])
