"""``lentigo atlas pack`` and ``unpack`` as their users meet them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core import cli
from core.atlas import Atlas
from core.learning.package.unpacking import read_package
from core.learning.store.address import VARIABLE
from core.learning.store.records import ImageMark
from core.learning.store.store import LearningStore
from tests.core.learning.small_atlas import write_atlas

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "learning.sqlite3"))

    def call(*arguments: object) -> tuple[int, str, str]:
        status = cli.main(["atlas", *(str(argument) for argument in arguments)])
        return status, *capsys.readouterr()

    return call


def test_a_collection_goes_to_another_and_comes_in(run: Run, tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas")
    marks = [ImageMark(one.sha256, "Atlas") for one in atlas.library.every()[:4]]
    store = LearningStore.open()
    made = store.add_profile("Made")
    store.collect(store.add_collection(made, "Hard"), marks)
    store.close()
    package = tmp_path / "hard.lentigo"
    status, said, _ = run(
        "pack", atlas.folder, "--out", package, "--name", "Hard ones", "--author", "Dr. Made",
        "--profile", "Made", "--collection", "Hard", "--quiz", 3, "--seconds", 20,
    )  # fmt: skip
    assert status == 0
    assert f"{package}: 4 images" in said
    checksum = said.split("SHA-256: ")[1].strip()
    status, said, _ = run("unpack", package, "--out", tmp_path / "mine", "--sha256", checksum)
    assert status == 0
    assert said.splitlines() == [
        f"{tmp_path / 'mine'}: Hard ones, 4 images",
        "Licence: CC BY 4.0",
        "Source: Atlas. Drawn for tests",
        "Made by: Dr. Made",
    ]
    assert len(Atlas.open(tmp_path / "mine").library.every()) == 4
    manifest = read_package(tmp_path / "mine")
    assert manifest is not None
    assert manifest.plan is not None
    assert (manifest.plan.count, manifest.plan.seconds) == (3, 20)
    assert (
        run("build", tmp_path / "mine", "--out", tmp_path / "copy", "--no-model", "--copy")[0] == 0
    )
    assert read_package(tmp_path / "copy") == manifest
    assert run("build", atlas.folder, "--out", tmp_path / "copy", "--no-model")[0] == 0
    assert read_package(tmp_path / "copy") is None


def test_what_did_not_go_along_is_said_with_its_reason(run: Run, tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas", licence="All rights reserved").folder
    options = ("--out", tmp_path / "a", "--name", "x", "--diagnosis", "mel")
    status, _, error = run("pack", atlas, *options)
    assert status == 1
    assert "Left out: 6 images, because its licence does not let it be passed on." in error
    status, _, error = run("pack", atlas, *options, "--own-rights")
    assert (status, "Left out" in error) == (0, False)


def test_labels_alone_need_an_atlas_with_the_images(run: Run, tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas").folder
    run("pack", atlas, "--out", tmp_path / "a", "--name", "x", "--without-images")
    status, _, error = run("unpack", tmp_path / "a", "--out", tmp_path / "mine")
    assert status == 2
    assert "name an atlas that has its images" in error
    assert run("unpack", tmp_path / "a", "--out", tmp_path / "mine", "--images", atlas)[0] == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--diagnosis", "xyz"), "A package holds 1 to 20,000 images; these are 0."),
        (("--profile", "Nobody", "--collection", "x"), "There is no profile “Nobody”."),
        (("--quiz", 501), "A quiz has up to 500 questions"),
    ],
)
def test_what_cannot_be_packed_is_one_sentence(
    run: Run, tmp_path: Path, options: tuple[object, ...], words: str
) -> None:
    atlas = write_atlas(tmp_path / "atlas").folder
    status, said, error = run("pack", atlas, "--out", tmp_path / "a", "--name", "x", *options)
    assert (status, said) == (2, "")
    assert error.startswith(words)
    assert error.count("\n") == 1
    assert not (tmp_path / "a").exists()


def test_a_collection_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    store = LearningStore.open(tmp_path / "learning.sqlite3")
    store.add_profile("Made")
    store.close()
    atlas = write_atlas(tmp_path / "atlas").folder
    status, _, error = run(
        "pack", atlas, "--out", tmp_path / "a", "--name", "x", "--profile", "Made",
        "--collection", "None such",
    )  # fmt: skip
    assert (status, error) == (2, "There is no collection “None such”.\n")
