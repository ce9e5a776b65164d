"""The frozen program on a machine without Python: the same answers, the real window, no traces."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.paths import examples_folder
from scripts.bundle_contents import EDITIONS
from tests.bundle.surroundings import Surroundings
from tests.core.images.samples import every_format

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),  # the build alone takes minutes
    pytest.mark.skipif(sys.platform == "win32", reason="looks for processes as Linux and macOS do"),
]

PHANTOM = examples_folder() / "phantom-globular.jpg"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A phantom and a picture of each format, and one that is damaged."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    shutil.copy(PHANTOM, folder)
    for name, data in every_format().items():
        (folder / f"{name}.{name.partition('-')[0]}").write_bytes(data)
    (folder / "damaged.jpg").write_bytes(every_format()["jpeg"][:300])
    return folder


def from_source(*arguments: str | Path, root: Path, model: dict[str, str]) -> str:
    command = [sys.executable, "-m", "desktop", *arguments]
    return subprocess.run(
        command,
        cwd=root,
        env=os.environ | model,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=200,
    ).stdout


def answers(output: str) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in output.splitlines()]
    return {Path(answer["file"]).name: answer for answer in found}


def test_it_knows_itself(
    machine: Surroundings, edition: str, root: Path, model: dict[str, str]
) -> None:
    done = machine.run("info", "--json")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    expected = json.loads(from_source("info", "--json", root=root, model=model))
    for name in ("lentigo", "licence", "model", "engine", "python"):
        assert facts[name] == expected[name]
    absent = {"tf-keras-vis"}  # which nothing imports yet
    if edition == "slim":
        absent |= {"keras", "tensorflow", "tensorflow-cpu"}
    inside = expected["libraries"].keys() - absent
    assert facts["libraries"] == {name: expected["libraries"][name] for name in inside}
    assert Path(facts["paths"]["examples"]).is_relative_to(machine.program.parent)


def test_it_tests_itself(machine: Surroundings, edition: str) -> None:
    done = machine.run("self-test", "--json")
    assert done.returncode == 0, done.stdout
    outcomes = {one["name"]: one["outcome"] for one in json.loads(done.stdout)["checks"]}
    there = "passed" if edition == "full" else "skipped"
    assert (outcomes["tensorflow"], outcomes["parity"]) == (there, there)
    assert (outcomes["cases"], outcomes["display"]) == ("skipped", "skipped")


def test_it_writes_a_report(machine: Surroundings) -> None:
    report = machine.folder / "report.pdf"
    done = machine.run("classify", PHANTOM, "--report", report)
    assert done.returncode == 0, done.stderr
    assert report.read_bytes().startswith(b"%PDF")
    assert b"DejaVu" in report.read_bytes()


def test_it_writes_for_other_systems(machine: Surroundings) -> None:
    out = machine.folder / "out"
    done = machine.run("classify", PHANTOM, "--dicom", out, "--fhir", out)
    assert done.returncode == 0, done.stderr
    written = sorted(path.name.split(".", 1)[1] for path in out.iterdir())
    assert written == ["fhir.json", "heatmap.dcm", "image.dcm", "report.dcm"]


def test_it_keeps_cases(machine: Surroundings) -> None:
    done = machine.run("cases")
    assert done.returncode == 0, done.stderr
    assert "all is whole" in done.stdout
    done = machine.run("backup", machine.folder / "cases.zip")
    assert done.returncode == 0, done.stderr
    server = f"postgresql://me@/cases?host={machine.folder}"
    done = machine.run("cases", "--database", server)
    assert done.returncode == 2
    assert "cannot be opened or reached" in done.stderr
    assert "psycopg" not in done.stderr  # it is there: only the server is not


def test_it_keeps_cases_under_a_passphrase(machine: Surroundings) -> None:
    right, wrong = machine.folder / "right.txt", machine.folder / "wrong.txt"
    right.write_text("correct horse", encoding="utf-8")
    wrong.write_text("wrong horse", encoding="utf-8")
    backup, typed = machine.folder / "sealed.zip", ("--passphrase-file", right)
    for command in (
        ("cases",), ("cases", "encrypt", *typed), ("cases", "--deep", *typed),
        ("backup", backup, *typed), ("backup", backup, "--verify", *typed),
    ):  # fmt: skip
        done = machine.run(*command)
        assert done.returncode == 0, done.stderr
    (database,) = (machine.folder / "home").rglob("cases.sqlite3")
    assert not database.read_bytes().startswith(b"SQLite")
    refused = machine.run("cases", "--passphrase-file", wrong)
    assert (refused.returncode, refused.stderr) == (2, "This is not the passphrase of the cases.\n")
    done = machine.run("cases", "decrypt", *typed)
    assert done.returncode == 0, done.stderr
    assert database.read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize("engine", ["auto", "tensorflow"])
def test_it_answers_as_the_source_does(
    machine: Surroundings,
    edition: str,
    pictures: Path,
    root: Path,
    model: dict[str, str],
    engine: str,
) -> None:
    if engine not in {"auto", *EDITIONS[edition]}:
        done = machine.run("classify", PHANTOM, "--engine", engine)
        assert (done.returncode, done.stdout) == (2, "")
        assert "TensorFlow is not part of this edition" in done.stderr
        return
    question = ("classify", pictures, "--json", "--engine", engine)
    done = machine.run(*question, "--overlay", machine.folder / "maps")
    assert done.returncode == 1, done.stderr
    found = answers(done.stdout)
    expected = answers(from_source(*question, root=root, model=model))
    assert found.keys() == expected.keys()
    damaged = found.pop("damaged.jpg")
    assert damaged["error"] == expected.pop("damaged.jpg")["error"]
    assert damaged["error"]["kind"] == "TruncatedImage"
    for name, answer in expected.items():
        assert found[name]["finding"] == answer["finding"], found[name]
        assert found[name]["engine"] == answer["engine"]
        assert found[name]["probabilities"] == pytest.approx(answer["probabilities"], abs=1e-4)
    maps = [file.name for file in (machine.folder / "maps").iterdir()]
    assert len(maps) == len(expected)


def test_a_missing_display_is_said(machine: Surroundings) -> None:
    done = machine.run(PHANTOM)
    assert done.returncode == 2
    assert "no display" in done.stderr


def test_it_speaks_indonesian(machine: Surroundings) -> None:
    done = machine.run("--language", "id", "classify", "--help")
    assert done.returncode == 0, done.stderr
    assert "mencari kelas citra" in done.stdout


def test_its_window_shows_a_finding(machine: Surroundings, screen: str) -> None:
    shot = machine.folder / "window.png"
    done = machine.run("--screenshot", shot, PHANTOM, DISPLAY=screen)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    pixels = np.asarray(Image.open(shot).convert("RGB"))
    assert pixels.shape[0] >= 400
    assert pixels.shape[1] >= 600
    # A window without its picture has few colours; one without text and bars, no dark pixels.
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 1000
    assert (pixels.max(axis=2) < 64).any()


def test_nothing_tells_where_it_was_built(frozen: Path, root: Path) -> None:
    traces = [str(root).encode(), str(Path.home()).encode()]
    texts = [file for file in frozen.rglob("*") if file.suffix in {"", ".json", ".txt", ".py"}]
    small = [file for file in texts if file.is_file() and file.stat().st_size < 1 << 20]
    assert not [file for file in small if any(trace in file.read_bytes() for trace in traces)]


def test_no_link_leads_nowhere(frozen: Path) -> None:
    assert not [link for link in frozen.rglob("*") if link.is_symlink() and not link.exists()]
