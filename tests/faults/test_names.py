"""Folders and files may be called anything that the file system takes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from core.atlas.build import build_atlas
from core.cases.address import CaseAddress
from core.cases.records import Lesion, Patient
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.datasets import read_dataset
from core.errors import TextUnusable
from core.paths import examples_folder
from tests.faults.conftest import Run

EXAMPLE = examples_folder() / "phantom-globular.jpg"
NAMES = (
    "with spaces  and a dot.",
    "🙂 emoji 👩🏽‍⚕️",
    "quotes \" ' and $HOME `x` %s {path} \\",
    "-leading-dash",
    "Ünï-côdé decomposed e\u0301",
    "right-to-left \u202e gpj",
    "new\nline",
    "x" * 250,
)
NO_TEXT = os.fsdecode(b"caf\xe9")
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere all names are text"
)


@pytest.mark.parametrize("name", [*NAMES, pytest.param(NO_TEXT, marks=ON_LINUX)])
def test_every_name_is_read_and_written(name: str, run: Run, model: Path, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    picture = folder / (name[:200] + ".jpg")
    shutil.copy(EXAMPLE, picture)
    maps, report = folder / "maps", folder / "report.pdf"
    status, said, complaint = run(
        "classify", "--json", "--overlay", maps, "--report", report, "--model", model, "--", picture
    )
    assert status == 0, complaint
    assert json.loads(said)["finding"]
    assert len(list(maps.iterdir())) == 1
    assert report.read_bytes().startswith(b"%PDF")
    table = folder / "t.csv"
    assert run("batch", "--out", table, "--model", model, "--", folder)[0] == 0
    assert run("batch", "--out", table, "--model", model, "--", folder)[0] == 0  # goes on with it
    assert "error" not in complaint


def test_paths_of_more_than_300_characters(run: Run, model: Path, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["deep" * 20] * 5)
    folder.mkdir(parents=True)
    picture = Path(shutil.copy(EXAMPLE, folder))
    assert len(str(picture)) > 400
    assert run("classify", picture, "--overlay", folder / "maps", "--model", model)[0] == 0
    assert len(list((folder / "maps").iterdir())) == 1
    assert run("backup", folder / "b.zip", "--database", folder / "c.sqlite")[0] == 0
    assert run("backup", "--verify", folder / "b.zip")[0] == 0


@ON_LINUX
def test_cases_take_images_whose_names_are_no_text(tmp_path: Path) -> None:
    picture = Path(shutil.copy(EXAMPLE, tmp_path / f"{NO_TEXT}.jpg"))
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / NO_TEXT))
    patient = store.add(Patient())
    lesion = store.add(Lesion(patient_id=patient.id, label="Mole"))
    visit = store.visit_on(patient, date(2026, 1, 1))
    image = store.bring_in(picture, lesion=lesion, visit=visit, shape=Shape(3, 2))
    assert store.file_of(patient.id).images == (image,)
    assert image.name == "caf\\udce9.jpg"
    with pytest.raises(TextUnusable, match="type it anew"):
        store.add(Patient(name="half of an emoji: \ud83d"))
    store.close()


@ON_LINUX
@pytest.mark.parametrize("copy", [False, True])
def test_an_atlas_of_images_whose_names_are_no_text(tmp_path: Path, *, copy: bool) -> None:
    source = tmp_path / NO_TEXT
    for code, name in (("mel", "plain"), ("nv", NO_TEXT)):
        (source / code).mkdir(parents=True)
        shutil.copy(EXAMPLE, source / code / f"{name}.jpg")
    dataset = read_dataset(source, cache=tmp_path)
    built = build_atlas(dataset, None, out=source / "atlas", copy=copy)
    assert len(built.atlas.library.every()) == 1 + copy
    assert ["no text" in one.message for one in built.skipped] == [True] * (not copy)
