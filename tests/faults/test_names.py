"""Folders and files may be called anything that the file system takes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("name", NAMES)
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
