"""What a stranger may have made harms nothing, and is refused in one sentence."""

from __future__ import annotations

import hashlib
import json
import stat
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import PackageDamaged, PackageError, PackageUnsafe, PackageUnsupported
from core.learning.package import container
from core.learning.package.packing import Packing, pack
from core.learning.package.unpacking import unpack
from tests.core.learning.small_atlas import write_atlas

PACKING = Packing(name="Difficult ones", made=date(2026, 1, 1))
Members = list[tuple[zipfile.ZipInfo, bytes]]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    atlas = write_atlas(folder / "atlas")
    return pack(atlas, atlas.library.every()[:2], PACKING, out=folder / "good.zip").path


def members_of(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return [(one, archive.read(one)) for one in archive.infolist()]


def written(path: Path, members: Members, *, method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in members:
            archive.writestr(info, data, method)
    return path


def changed(good: Path, out: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Write a package anew with another manifest, whose checksum is right."""
    kept = [one for one in members_of(good) if not one[0].filename.startswith("manifest.")]
    manifest = json.loads(dict_of(good)["manifest.json"])
    change(manifest)
    content = json.dumps(manifest).encode()
    digest = hashlib.sha256(content).hexdigest().encode()
    more = [("manifest.json", content), ("manifest.sha256", digest)]
    return written(out, kept + [(zipfile.ZipInfo(name), data) for name, data in more])


def dict_of(path: Path) -> dict[str, bytes]:
    return {info.filename: data for info, data in members_of(path)}


def refused(path: Path, folder: Path, kind: type[PackageError], words: str) -> None:
    before = sorted(one.name for one in folder.parent.iterdir())
    with pytest.raises(kind, match=words) as raised:
        unpack(path, folder / "mine")
    assert "\n" not in raised.value.message
    assert sorted(one.name for one in folder.parent.iterdir()) == before
    assert not (folder / "mine").exists()
    assert not list(folder.glob(".unpack-*"))


@pytest.mark.parametrize(
    "name",
    [
        "../outside.jpg", "images/../../outside.jpg", "/etc/passwd", "C:/outside.jpg",
        "\\\\server\\outside.jpg", "images\\..\\outside.jpg", "images/a\0.jpg",
    ],
)  # fmt: skip
def test_nothing_is_written_elsewhere(good: Path, tmp_path: Path, name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    bad = written(tmp_path / "bad", [*members_of(good), (info, b"harm")])
    refused(bad, tmp_path, PackageUnsafe, "lie elsewhere|does not belong")


def test_links_are_refused(good: Path, tmp_path: Path) -> None:
    link = zipfile.ZipInfo(f"images/{'0' * 64}.jpg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    bad = written(tmp_path / "bad", [*members_of(good), (link, b"/etc/passwd")])
    refused(bad, tmp_path, PackageUnsafe, "holds a link")


@pytest.mark.parametrize("name", ["run.exe", "images/", "images/x.jpg", "MANIFEST.JSON2", ""])
def test_only_what_belongs_in_it_may_be_in_it(good: Path, tmp_path: Path, name: str) -> None:
    bad = written(tmp_path / "bad", [*members_of(good), (zipfile.ZipInfo(name), b"")])
    refused(bad, tmp_path, PackageUnsafe, "does not belong")


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_name_may_not_come_twice(good: Path, tmp_path: Path) -> None:
    members = members_of(good)
    bad = written(tmp_path / "bad", [*members, members[0]])
    refused(bad, tmp_path, PackageUnsafe, "holds a file twice")


def test_a_bomb_is_not_unpacked(good: Path, tmp_path: Path) -> None:
    info = zipfile.ZipInfo(f"images/{'0' * 64}.png")
    bad = tmp_path / "bad"
    written(bad, [*members_of(good), (info, bytes(8 << 20))], method=zipfile.ZIP_DEFLATED)
    assert bad.stat().st_size < 100_000
    refused(bad, tmp_path, PackageUnsafe, "too large")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(good: Path, tmp_path: Path) -> None:
    members = [
        (info, data + bytes(8 << 20) if info.filename.endswith(".png") else data)
        for info, data in members_of(good)
    ]
    bad = written(tmp_path / "bad", members, method=zipfile.ZIP_DEFLATED)
    content = bytearray(bad.read_bytes())
    for start in range(len(content) - 46):
        if content[start : start + 4] == b"PK\x01\x02":
            struct.pack_into("<I", content, start + 24, 100)  # its size, once unpacked
    bad.write_bytes(bytes(content))
    refused(bad, tmp_path, PackageError, "harm|damaged")


@pytest.mark.parametrize(("bound", "words"), [("MOST_ITEMS", "too many"), ("MOST_TOTAL", "large")])
def test_there_are_bounds(
    good: Path, tmp_path: Path, bound: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, bound, 1)
    refused(good, tmp_path, PackageUnsafe, words)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(good: Path, tmp_path: Path, method: int) -> None:
    bad = written(tmp_path / "bad", members_of(good), method=method)
    refused(bad, tmp_path, PackageUnsafe, "unusual")


def test_what_was_packed_anew_by_another_program_is_fine(good: Path, tmp_path: Path) -> None:
    again = written(tmp_path / "again", members_of(good), method=zipfile.ZIP_DEFLATED)
    assert len(unpack(again, tmp_path / "mine").atlas.library.every()) == 2


def test_a_newer_format_is_said(good: Path, tmp_path: Path) -> None:
    def newer(manifest: dict[str, Any]) -> None:
        manifest |= {"format": 3, "something": "new"}

    bad = changed(good, tmp_path / "bad", newer)
    refused(bad, tmp_path, PackageUnsupported, "newer version")


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.update(format=0),
        lambda one: one.update(format="1"),
        lambda one: one.pop("origin"),
        lambda one: one.update(items=[]),
        lambda one: one.update(more=1),
        lambda one: one["items"].append(one["items"][0]),
        lambda one: one["items"].pop(),
        lambda one: one["items"][0].update(code="unknown"),
        lambda one: one["items"][0].update(member="../x"),
        lambda one: one["items"][0].update(member=one["items"][1]["member"]),
        lambda one: one["items"][0].update(age=float("nan")),
        lambda one: one["items"][0].update(size=1),
        lambda one: one.update(kind="quiz"),
    ],
)
def test_a_manifest_that_cannot_be_is_refused(
    good: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    refused(changed(good, tmp_path / "bad", change), tmp_path, PackageError, "damaged|harm")


def test_another_picture_under_the_name_is_refused(good: Path, tmp_path: Path) -> None:
    members = members_of(good)
    first, second = (data for info, data in members if info.filename.startswith("images/"))
    swapped = {first: second, second: first}
    bad = written(tmp_path / "bad", [(info, swapped.get(data, data)) for info, data in members])
    refused(bad, tmp_path, PackageDamaged, "damaged")


def test_a_manifest_that_was_changed_is_refused(good: Path, tmp_path: Path) -> None:
    members = [
        (info, data.replace(b'"nv"', b'"xx"').replace(b'"bkl"', b'"mel"'))
        for info, data in members_of(good)
    ]
    refused(written(tmp_path / "bad", members), tmp_path, PackageDamaged, "damaged")


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"no package", b"PK\x03\x04" * 100])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad").write_bytes(content)
    refused(tmp_path / "bad", tmp_path, PackageDamaged, "damaged")


FEW = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(data=st.data())
def test_whatever_was_changed_is_refused_or_makes_no_difference(
    good: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    content = bytearray(good.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(content))))
    (folder / "bad").write_bytes(bytes(content[:cut]))
    try:
        brought = unpack(folder / "bad", folder / "mine")
    except PackageError:
        assert [one.name for one in folder.iterdir()] == ["bad"]
    else:
        assert brought.manifest.model_dump() == json_of(good)


@FEW
@given(name=st.text(min_size=1, max_size=60))
def test_whatever_name_a_file_has_it_is_refused(
    good: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.mktemp("name")
    info = zipfile.ZipInfo("x")
    info.filename = name.encode("utf-8", "replace").decode()
    bad = written(folder / "bad", [*members_of(good), (info, b"harm")])
    with pytest.raises(PackageError):
        unpack(bad, folder / "mine")
    assert [one.name for one in folder.iterdir()] == ["bad"]


def json_of(good: Path) -> dict[str, Any]:
    from core.learning.package.manifest import Manifest

    return Manifest.model_validate_json(dict_of(good)["manifest.json"]).model_dump()
