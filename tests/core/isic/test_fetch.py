"""Fetching from an archive that behaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.atlas.build import build_atlas
from core.datasets import read_dataset
from core.errors import (
    ArchiveAddressError,
    UsageError,
)
from core.isic.client import Client
from core.isic.transport import Transport
from core.isic.wanted import Licence, Wanted
from tests.core.isic.archive import Archive, image, picture
from tests.core.isic.fetching import Get, rows


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
