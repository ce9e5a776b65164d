"""``lentigo atlas collection`` as its users meet it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core import cli
from core.learning.store.address import VARIABLE
from tests.core.learning.small_atlas import write_atlas

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "learning.sqlite3"))

    def call(*arguments: object) -> tuple[int, str, str]:
        status = cli.main(["atlas", "collection", *(str(argument) for argument in arguments)])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return write_atlas(tmp_path / "atlas").folder


def test_one_is_made_filled_listed_and_deleted(run: Run, atlas: Path) -> None:
    assert run("create", "Hard") == (0, "", "")
    into = ("Hard", "--atlas", atlas)
    assert run("add", *into, "--diagnosis", "mel", "--words", "face") == (0, "Hard: 3 images\n", "")
    image = atlas / "images" / "nv" / "nv_13.png"
    assert run("add", *into, "--file", image)[1] == "Hard: 4 images\n"
    assert run("remove", *into, "--diagnosis", "mel")[1] == "Hard: 1 image\n"
    assert run("show", *into)[1] == f"{image}: Melanocytic nevus\n"
    assert run("rename", "Hard", "Easy")[0] == 0
    assert run("list")[1] == "Favourites: 0 images\nEasy: 1 image\n"
    assert run("delete", "Easy")[0] == 0
    assert run("list")[1] == "Favourites: 0 images\n"


def test_each_profile_has_its_own(run: Run) -> None:
    run("create", "Hard", "--profile", "Ayu")
    run("create", "Soft", "--profile", "Wayan")
    assert "Soft: 0 images" in run("list", "--profile", "Wayan")[1]
    assert "Soft" not in run("list", "--profile", "Ayu")[1]


def test_images_that_another_atlas_has_are_counted(run: Run, atlas: Path, tmp_path: Path) -> None:
    run("create", "Hard")
    run("add", "Hard", "--atlas", atlas, "--diagnosis", "nv")
    small = write_atlas(tmp_path / "small", (("mel", "a"),)).folder
    assert run("show", "Hard", "--atlas", small)[1] == "Not in this atlas: 7 images.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("delete", "Soft"), "There is no collection “Soft”."),
        (("list", "--profile", "Nobody"), "There is no profile “Nobody”."),
        (("add", "Hard", "--atlas", "{atlas}"), "Say which images: "),
        (("add", "Hard", "--atlas", "{atlas}", "--words", "xyz"), "The atlas has no such image."),
        (("add", "Hard", "--atlas", "{atlas}", "--file", "{file}"), "{file} is no image of the"),
        (("add", "Hard", "--atlas", "{atlas}", "--file", "/none"), "/none is not there."),
        (("create", "  "), "A name is needed."),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run: Run, atlas: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    run("create", "Hard")
    other = tmp_path / "other.png"
    other.write_bytes(b"other")
    known = {"atlas": atlas, "file": other}
    status, said, error = run(*(one.format(**known) for one in arguments))
    assert (status, said) == (2, "")
    assert error.startswith(words.format(**known))
    assert error.count("\n") == 1


def test_a_second_one_of_a_name_is_refused(run: Run) -> None:
    run("create", "Hard")
    status, _, error = run("create", "Hard")
    assert status == 2
    assert error.count("\n") == 1
