"""Thousands of images on the command line: a row each, and on it goes where it was stopped."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.cli import main
from core.model import Bundle, save_bundle
from core.model.precision import LowerPrecision, Margins, PrecisionCheck
from core.results import Precision
from tests.core.tiny import tiny_bundle
from tests.platforms import needs_signals
from training.export.int8 import Int8
from training.export.onnx_graph import build_graph


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two folders with three images, one of them damaged, and something else."""
    folder = tmp_path / "photos"
    generator = np.random.default_rng(4)
    for name in ("a.jpg", "below/a.jpg", "=cmd.jpg"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = generator.integers(0, 256, (48, 64, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(path)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "notes.txt").write_text("no image")
    return folder


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert len({row["file"] for row in found}) == len(found)
    return {row["file"]: row for row in found}


def test_every_image_has_its_row(
    photos: Path, tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, maps = tmp_path / "r.csv", tmp_path / "maps"
    words = ["batch", str(photos), "--out", str(out), "--model", str(model)]
    assert main([*words, "--overlay", str(maps)]) == 1
    found = rows(out)
    assert set(found) == {"a.jpg", "below/a.jpg", "./=cmd.jpg", "broken.jpg"}
    assert found["broken.jpg"]["error"]
    assert found["broken.jpg"]["finding"] == ""
    whole = found["below/a.jpg"]
    total = sum(float(value) for name, value in whole.items() if name.startswith("probability_"))
    assert total == pytest.approx(1, abs=1e-5)
    assert sorted(path.relative_to(maps).as_posix() for path in maps.rglob("*.png")) == [
        "=cmd.jpg.heatmap.png", "a.jpg.heatmap.png", "below/a.jpg.heatmap.png"
    ]  # fmt: skip
    told = capsys.readouterr()
    assert told.out == ""
    assert "4 to do" in told.err
    assert "not a diagnosis" in told.err


def test_what_has_its_row_is_not_done_again(photos: Path, tmp_path: Path, model: Path) -> None:
    out = tmp_path / "r.csv"
    words = ["batch", str(photos), "--out", str(out), "--model", str(model)]
    main(words)
    before = out.read_bytes()
    (photos / "z.jpg").write_bytes((photos / "a.jpg").read_bytes())
    assert main(words) == 0
    assert out.read_bytes().startswith(before)
    assert set(rows(out)) == {"a.jpg", "below/a.jpg", "./=cmd.jpg", "broken.jpg", "z.jpg"}


def test_other_answers_go_into_another_file(
    photos: Path, tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.csv"
    words = ["batch", str(photos), "--out", str(out), "--model", str(model)]
    main(words)
    before = out.read_bytes()
    assert main([*words, "--thorough"]) == 2
    assert "another way of reading" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_heat_maps_must_not_become_images(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "r.csv")]
    assert main(["batch", str(photos), *out, "--overlay", str(photos / "maps")]) == 2
    assert "would be taken for images" in capsys.readouterr().err
    assert main(["batch", str(tmp_path / "no"), *out]) == 2
    assert "is no folder" in capsys.readouterr().err


# Who runs the tests in the background has them ignore Ctrl-C, and what they start as well.
LISTENING = """
import signal, sys
from desktop.__main__ import main

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
"""


@needs_signals
def test_stopped_it_says_so_and_goes_on(
    photos: Path, tmp_path: Path, model: Path, root: Path
) -> None:
    for number in range(300):
        (photos / f"{number}.jpg").write_bytes((photos / "a.jpg").read_bytes())
    out = tmp_path / "r.csv"
    words = ["batch", str(photos), "--out", str(out), "--model", str(model)]
    command = [sys.executable, "-c", LISTENING, *words]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as running:
        while not out.exists() or out.read_bytes().count(b"\n") < 3:
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.stderr is not None
        told = running.stderr.read()
    assert running.returncode == 130
    assert "the same command goes on" in told
    done = len(rows(out))
    assert 2 <= done < 304
    assert main(words) == 1
    assert len(rows(out)) == 304


def test_lower_precision_is_refused_until_all_its_answers_were_equal(
    photos: Path, tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.csv"
    words = ["batch", str(photos), "--out", str(out), "--precision", "int8", "--model"]
    assert main([*words, str(model)]) == 2
    assert "not offered in int8" in capsys.readouterr().err
    offered = str(fitted(tmp_path / "offered", equal=10).folder)
    assert main([*words, str(fitted(tmp_path / "not", equal=9).folder)]) == 2
    assert main([*words, offered, "--overlay", str(tmp_path / "maps")]) == 2
    assert "full precision only" in capsys.readouterr().err
    assert not out.exists()
    assert main([*words, offered]) == 1
    found = rows(out)
    assert found["broken.jpg"]["precision"] == ""
    assert {row["precision"] for row in found.values()} <= {"", "int8", "float32"}
    assert found["a.jpg"]["precision"] == "int8"


def fitted(folder: Path, *, equal: int) -> Bundle:
    """Write a bundle that was found to be as good in int8 for so many of ten images."""
    bundle = tiny_bundle(folder)
    highest = dict.fromkeys(["block1_conv1"], 1.0)
    check = PrecisionCheck(images=10, equal=equal, again=0, largest_difference=0.1)
    margins = Margins(probability=1e-6, novelty=0)
    rule = LowerPrecision(precision=Precision.INT8, margins=margins, check=check)
    return save_bundle(
        folder,
        card=bundle.card.model_copy(update={"lower_precision": (rule,)}),
        weights=bundle.weights,
        licence="for tests",
        graph=bundle.graph,
        int8_graph=build_graph(bundle.card, bundle.data, int8=Int8.of(highest, bundle.weights)),
    )
