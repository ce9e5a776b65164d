"""Explanations judged through the command, on a network whose evidence is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from PIL import Image

from core.model import Card
from core.report.card.blocks import Grid, Words
from core.report.card.explanations import explanations
from tests.core.explain.methods.built import RED_AT, built_bundle, picture
from tests.core.tiny import tiny_card
from training.__main__ import main

METHODS = "grad-cam,occlusion"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a built bundle, nine pictures of a red square each, their masks and labels."""
    built_bundle(tmp_path / "model")
    (tmp_path / "images").mkdir()
    (tmp_path / "masks").mkdir()
    rows = ["image_id,dx,lesion_id"]
    for number in range(9):
        pixels = picture()
        pixels[20:] = 128  # without the blue square
        mask = np.zeros(pixels.shape[:2], np.uint8)
        mask[RED_AT] = 255
        shift = (number % 3, 2 * number)
        Image.fromarray(np.roll(pixels, shift, (0, 1))).save(tmp_path / f"images/i{number}.png")
        if number:
            Image.fromarray(np.roll(mask, shift, (0, 1))).save(tmp_path / f"masks/i{number}.png")
        rows.append(f"i{number},{'mel' if number % 2 else 'nv'},L{number // 2}")
    (tmp_path / "labels.csv").write_text("\n".join(rows))
    return tmp_path


def evaluate(folder: Path, *options: str) -> int:
    words = ["evaluate", "--bundle", str(folder / "model"), "--images", str(folder / "images")]
    words += ["--labels", str(folder / "labels.csv"), "--out", str(folder / "out")]
    return main([*words, "--device", "cpu", *options])


def test_good_methods_are_told_from_chance(
    folder: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--masks", str(folder / "masks"), "--methods", METHODS, "--explained", "6"]
    assert evaluate(folder, *asked) == 0
    assert "explain: 6 of 6 images" in capsys.readouterr().err
    report: dict[str, Any] = json.loads((folder / "out" / "report.json").read_text())
    schema = json.loads((root / "docs/schemas/report.schema.json").read_text())
    jsonschema.validate(report, schema)
    found = report["explanations"]
    assert (found["n"], found["randomised_n"]) == (6, 1)
    assert set(found["methods"]) == {*METHODS.split(","), "random", "centre"}
    grad_cam, chance = found["methods"]["grad-cam"], found["methods"]["random"]
    assert grad_cam["pointing_game"]["value"] == 1
    assert grad_cam["energy_inside"]["value"] > 3 * chance["energy_inside"]["value"]
    assert grad_cam["deletion_gain"]["interval"][0] > 0
    assert grad_cam["insertion_gain"]["interval"][0] > 0
    assert set(grad_cam["randomised"]) == {"logits", "and the last block", "everything"}
    assert chance["deletion_gain"]["value"] == 0
    page = (folder / "out" / "report.html").read_text()
    assert "Whether its heat maps can be believed" in page
    assert "Random blobs" in page
    table, words, _ = explanations(tiny_card(metrics={"explanations": found}))
    assert isinstance(table, Grid)
    assert table.rows[0][:2] == ("Grad-CAM", "100 % (57 to 100)")  # Wilson's, of 5 lesions
    assert table.heads[-1] == "alike, everything scrambled"
    assert isinstance(words, Words)
    assert "Findings of 6 drawn test images" in words.text


def test_what_was_not_measured_is_not_claimed(folder: Path) -> None:
    assert evaluate(folder) == 0
    assert json.loads((folder / "out" / "report.json").read_text())["explanations"] is None
    assert "Not measured" in (folder / "out" / "report.html").read_text()
    card: Card = tiny_card()
    assert not explanations(card)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--methods", METHODS], "Explanations are judged by masks of the lesions"),
        (["--methods", METHODS, "--masks", "images"], "images holds no masks of these images."),
    ],
)
def test_named_errors(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    options: list[str], sentence: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(folder)
    (folder / "images").rename(folder / "pictures")
    (folder / "images").mkdir()
    words = ["--images", str(folder / "pictures"), *options]
    assert evaluate(folder, *words) == 2
    assert sentence in capsys.readouterr().err


def test_an_unknown_method_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        evaluate(folder, "--methods", "grad-cam,magic")
    assert "names other methods than grad-cam, grad-cam++" in capsys.readouterr().err


def test_masks_that_mark_nothing_are_left_out(folder: Path) -> None:
    for number in range(1, 6):
        Image.new("L", (48, 32)).save(folder / f"masks/i{number}.png")
    asked = ["--masks", str(folder / "masks"), "--methods", "grad-cam"]
    assert evaluate(folder, *asked) == 0
    assert json.loads((folder / "out" / "report.json").read_text())["explanations"]["n"] == 3
