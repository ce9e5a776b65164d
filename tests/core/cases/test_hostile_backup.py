"""A backup that a stranger made, however well its checksums fit, writes nothing but cases."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.backup.archive import MANIFEST
from core.cases.backup.restore import restore_backup
from core.cases.store import CaseStore
from core.errors import BackupDamaged
from tests.core.cases.filled import fill

Member = tuple[zipfile.ZipInfo, bytes]


def members_of(path: Path) -> list[Member]:
    with zipfile.ZipFile(path) as archive:
        return [(info, archive.read(info)) for info in archive.infolist()]


def written(path: Path, members: Iterable[Member], *, listed: bool = True) -> Path:
    """Write a backup whose list names all of it, with the right checksums."""
    given = list(members)
    manifest = json.loads(next(data for info, data in given if info.filename == MANIFEST))
    inside = [(info, data) for info, data in given if info.filename != MANIFEST]
    if listed:
        sums = {info.filename: hashlib.sha256(data).hexdigest() for info, data in inside}
        manifest["sha256"] = sums
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in inside:
            archive.writestr(info, data)
        archive.writestr(MANIFEST, json.dumps(manifest))
    return path


def named(name: str, mode: int = stat.S_IFREG | 0o600) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x")
    info.filename = name
    info.external_attr = mode << 16
    return info


@pytest.fixture
def good(tmp_path: Path) -> Path:
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    fill(store, tmp_path)
    store.back_up(tmp_path / "good.zip")
    store.close()
    return tmp_path / "good.zip"


def refused(bad: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BackupDamaged) as told:
        restore_backup(bad, CaseAddress.of("", folder=tmp_path / "there"))
    assert "\n" not in told.value.message
    left = {path for path in tmp_path.rglob("*") if path.is_file()} - set(before)
    assert left == set()


def test_what_is_written_anew_by_these_tests_is_taken(good: Path, tmp_path: Path) -> None:
    there = CaseAddress.of("", folder=tmp_path / "there")
    restore_backup(written(tmp_path / "same.zip", members_of(good)), there)
    store = CaseStore.open(there)
    assert store.examine(deep=True).good
    store.close()


@pytest.mark.parametrize(
    "name",
    [
        "../outside", "images/../../outside", "/etc/outside", "C:/outside", "\\\\server\\outside",
        "images/" + "../" * 21 + "x", "tables/../../outside.jsonl", "run.exe", "images/", "",
        "images/" + "0" * 64, "tables/patients.jsonl/x",
    ],
)  # fmt: skip
def test_nothing_else_may_be_in_it(good: Path, tmp_path: Path, name: str) -> None:
    harm = (named(name), b"harm")
    refused(written(tmp_path / "bad.zip", [*members_of(good), harm]), tmp_path)


def test_a_link_is_not_followed(good: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "secret").encode()
    (tmp_path / "secret").write_text("secret")
    link = named("images/" + "1" * 64, stat.S_IFLNK | 0o777)
    refused(written(tmp_path / "bad.zip", [*members_of(good), (link, target)]), tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_name_may_not_come_twice(good: Path, tmp_path: Path) -> None:
    members = members_of(good)
    image = next(one for one in members if one[0].filename.startswith("images/"))
    refused(written(tmp_path / "bad.zip", [*members, image], listed=False), tmp_path)


def test_a_size_that_is_a_lie_costs_no_memory(good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    content = good.read_bytes()
    start = content.index(b"PK\x01\x02")
    huge = (0xFFFFFFF0).to_bytes(4, "little")
    bad.write_bytes(content[: start + 20] + huge + huge + content[start + 28 :])
    refused(bad, tmp_path)
