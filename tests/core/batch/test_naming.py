from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.batch.job import BatchJob
from core.batch.lines import line_of
from core.batch.naming import plain_name, safe_name
from core.cli import main
from tests.core.tiny import tiny_bundle

PARTS = st.lists(st.text(st.characters(exclude_characters="/"), min_size=1), min_size=1)
ODD = "a\u2028b\x85c\x0bd \\n e.png"


@given(PARTS)
def test_names_stay_one_line_and_no_formula_and_lead_back(parts: list[str]) -> None:
    name = safe_name(parts)
    assert not name.startswith(("=", "+", "-", "@"))
    assert len(name.splitlines()) == 1
    assert line_of([name]).encode().decode().rstrip("\n").strip('"').replace('""', '"') == name
    assert plain_name(name).removeprefix("./") == "/".join(parts).removeprefix("./")


def test_names_in_all_scripts_are_left_as_they_are() -> None:
    for name in ("naïve 痣 ñ.jpg", "Screenshot 3.14.15\u202fPM.png", "طفح.png", "🙂.jpg"):
        assert safe_name(["folder", name]) == f"folder/{name}"


@pytest.mark.skipif(os.name == "nt", reason="there, names are text")
def test_an_image_of_any_name_has_its_row_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in (b"caf\xe9.png", os.fsencode(ODD), b"plain.png"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:  # noqa: PTH123  # bytes
            Image.new("RGB", (64, 48), (180, 120, 110)).save(file, "PNG")
    (folder / "broken\udcff.png").write_bytes(b"\x89PNG")
    out = tmp_path / "r.csv"
    model = tiny_bundle(tmp_path / "model").folder
    words = ["batch", str(folder), "--out", str(out), "--model", str(model), "--device", "cpu"]
    assert main(words) == 1
    first = out.read_text(encoding="utf-8")
    assert len(first.splitlines()) == 5
    assert main(words) == 0
    assert out.read_text(encoding="utf-8") == first
    job = BatchJob((folder,), out)
    assert {job.path(job.name(path)) for path in job.images()} == set(folder.iterdir())
    assert "caf\\udce9.png" in first
    capsys.readouterr()
