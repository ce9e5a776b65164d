"""What is wanted of an atlas: remembered until it is there, and told to the command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.isic.wanted import Licence
from desktop.bringing import command, isic_wish, wish
from desktop.bringing.isic_wish import IsicWish
from desktop.bringing.wish import BuildWish, beside
from desktop.engine.client import EngineRequest

REQUEST = EngineRequest(Path("model"), "cpu")
TABLE = BuildWish(data=Path("d.csv"), out=Path("a"), copy=True, paths="photo", labels="found")
ISIC = IsicWish(
    folder=Path("isic"),
    diagnoses=("mel", "Blue nevus"),
    image_types=("dermoscopic",),
    licences=(Licence.CC_0,),
    number=50,
)


def test_they_come_back_from_the_settings() -> None:
    assert wish.read(TABLE.written()) == TABLE
    assert isic_wish.read(ISIC.written()) == ISIC
    assert wish.read("") is None
    assert isic_wish.read("") is None


@pytest.mark.expected_logs("is not usable")
@pytest.mark.parametrize("setting", ["{", "[]", '{"data": 1}', "3", '{"folder": "a"}'])
def test_what_is_no_wish_is_left_out(setting: str) -> None:
    assert wish.read(setting) is None
    assert isic_wish.read(setting) is None


@pytest.mark.expected_logs("is not usable")
@pytest.mark.parametrize(
    ("good", "bad"), [('"CC-0"', '"CC-X"'), ('["CC-0"]', "[]"), (": 50", ": 0")]
)
def test_a_wish_that_cannot_be_is_left_out(good: str, bad: str) -> None:
    assert good in ISIC.written()
    assert isic_wish.read(ISIC.written().replace(good, bad)) is None


@pytest.mark.parametrize(
    ("data", "atlas"),
    [
        ("/data/ham", "/data/ham-atlas"),
        ("/data/ham.csv", "/data/ham-atlas"),
        ("/", "/atlas"),
        ("", "atlas"),
    ],
)
def test_an_atlas_is_proposed_beside_its_images(data: str, atlas: str) -> None:
    assert beside(Path(data)) == Path(atlas)


def test_they_are_the_terminals_commands() -> None:
    plain = BuildWish(data=Path("data"), out=Path("atlas"), with_model=False)
    assert told(command.build(plain, REQUEST)) == "build data --out atlas --no-model"
    assert told(command.build(TABLE, REQUEST)) == (
        "build d.csv --out a --path-column photo --label-column found --copy --device cpu"
    )
    assert command.build(TABLE, REQUEST).model == "model"
    assert command.build(plain, REQUEST).model == ""
    wanted = "--diagnosis mel --diagnosis Blue nevus --image-type dermoscopic --licence CC-0"
    assert told(command.isic_count(ISIC)) == f"fetch --count {wanted}"
    assert told(command.isic_fetch(ISIC)) == f"fetch --out isic --number 50 {wanted}"
    assert command.starter(Path("x")).program == sys.executable


def told(one: command.Command) -> str:
    words = " ".join(one.arguments)
    assert words.startswith("-m desktop atlas ")
    assert words.endswith(" --background")
    return words.removeprefix("-m desktop atlas ").removesuffix(" --background")
