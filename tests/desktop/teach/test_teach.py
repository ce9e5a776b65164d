"""What the window says of packages, where they go, and how work on them is stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import Cancelled, LentigoError
from core.learning.package.inspecting import inspect_package
from core.learning.package.licences import LicenceCount, Permission
from core.learning.package.packing import Packing, pack
from core.learning.quiz.plan import QuizPlan
from desktop.teach import folders
from desktop.teach.folders import free_folder, plain_name
from desktop.teach.words import inside_words, kind_words, licence_words, packed_words
from desktop.teach.work import Tell, Work
from tests.core.learning.small_atlas import write_atlas


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Difficult nevi", "difficult-nevi"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON: <a>|b", "con---a--b"),
        ("///", "package"),
        ("x" * 200, "x" * 60),
        ("Névi sulit", "névi-sulit"),
    ],
)
def test_a_strangers_name_is_a_plain_name_of_a_file(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_package_gets_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "packages_folder", lambda: tmp_path)
    assert free_folder("Nevi") == tmp_path / "nevi"
    (tmp_path / "nevi").mkdir()
    assert free_folder("Nevi") == tmp_path / "nevi-2"


def test_licences_are_said_with_what_they_allow() -> None:
    counts = (
        LicenceCount("CC0", Permission.GIVEN, 3),
        LicenceCount("mine", Permission.UNKNOWN, 1),
    )
    assert licence_words(counts, own_rights=False).splitlines() == [
        "3 pictures may be passed on: CC0.",
        "1 picture stays, as nobody can tell whether its licence lets it be passed on: mine.",
        "Labels of pictures that stay go along, for who has the images.",
    ]
    assert "You confirm" in licence_words(counts, own_rights=True)
    assert licence_words(counts[:1], own_rights=False) == "3 pictures may be passed on: CC0."


def test_what_is_inside_is_said(tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas", licence="All rights reserved")
    packing = Packing(name="Hard", made=date(2026, 1, 1), plan=QuizPlan(count=3))
    packed = pack(atlas, atlas.library.every()[5:8], packing, out=tmp_path / "a.lentigo")
    assert packed_words(packed).splitlines() == [
        "a.lentigo holds 3 images.",
        "3 images without the picture, because its licence does not let it be passed on.",
    ]
    found = inspect_package(packed.path)
    assert kind_words(found.manifest) == "A quiz of 3 questions, made on 2026-01-01"
    assert inside_words(found).splitlines() == [
        "3 images: Melanoma (2), Benign keratosis (1)",
        "Licence: All rights reserved (3)",
        "Source: Atlas. Drawn for tests",
        "3 pictures are not in the file; the open atlas has 0 of these.",
    ]


def test_work_tells_how_far_it_is_and_is_stopped(qtbot: QtBot) -> None:
    work = Work()
    told: list[LentigoError] = []

    def endless(tell: Tell) -> None:
        done = 0
        while True:
            done += 1
            tell(done)

    with qtbot.waitSignal(work.progressed):
        work.run(endless, done=lambda _: None, failed=told.append)
    work.stop()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)
    work.run(lambda _: None, done=lambda _: told.clear(), failed=told.append)
    qtbot.waitUntil(lambda: not told)
    work.run(endless, done=lambda _: None, failed=told.append)
    work.close()  # ends what runs
    assert not told
