"""The command as a user meets it: options, progress, exit status, sentences."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from core.errors import BundleMissing
from tests.training.evaluation.support import CLASSES, FakeModel
from training.evaluation import command
from training.labels import LabelledImage


@pytest.fixture
def folder(tmp_path: Path, labelled: list[LabelledImage], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Labels, empty image files, and the fake model in the place of a bundle."""
    (tmp_path / "images").mkdir()
    rows = ["image_id,dx,lesion_id,split"]
    for image in labelled:
        (tmp_path / "images" / image.path).touch()
        rows.append(f"{image.image_id},{image.code},{image.lesion_id},{len(rows) % 2}")
    (tmp_path / "labels.csv").write_text("\n".join(rows))

    def fake(bundle: Path, *, device: str, engine: str) -> command.Model:
        if bundle.name == "absent":
            raise BundleMissing("There is no bundle here.")
        assert (device, engine) == ("cpu", "auto")
        return command.Model(FakeModel(), CLASSES, "fake", "1", "a" * 64, ())

    monkeypatch.setattr(command, "open_model", fake)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["training", "evaluate"])
    return tmp_path


def evaluate(folder: Path, *options: str, bundle: str = "bundle") -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    paths = ["--images", str(folder / "images"), "--labels", str(folder / "labels.csv")]
    paths += ["--bundle", str(folder / bundle), "--out", str(folder / "out"), "--device", "cpu"]
    return command.run(parser.parse_args([*paths, *options]))


def report(folder: Path) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((folder / "out/report.json").read_text())
    return loaded


def test_a_whole_evaluation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(folder) == 0
    assert report(folder)["n"] == 60
    out, err = capsys.readouterr()
    assert "balanced accuracy: " in out
    assert "report.html" in out
    assert "evaluate: 60 of 60 images" in err


def test_conditions_and_limit(folder: Path) -> None:
    assert evaluate(folder, "--where", "split=1", "--limit", "12") == 0
    found = report(folder)
    assert (found["n"], found["labelled"]) == (12, 30)


def test_failed_images_make_the_status_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "images/broken.jpg").touch()
    with (folder / "labels.csv").open("a") as file:
        file.write("\nbroken,nv,L9,0\n")
    assert evaluate(folder) == 1
    assert "1 image gave no answer" in capsys.readouterr().out
    assert report(folder)["failed"] == [
        {
            "image_id": "broken",
            "kind": "TruncatedImage",
            "message": "The picture ends before it is complete.",
        }
    ]


@pytest.mark.parametrize(
    ("options", "bundle", "sentence"),
    [
        ((), "absent", "There is no bundle here.\n"),
        (("--where", "split=7"), "bundle", "None of the 60 rows of labels.csv has split=7.\n"),
        (("--out", "labels.csv/out"), "bundle", "The report cannot be written to labels.csv/out"),
    ],
)
def test_named_errors_are_one_sentence(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    options: tuple[str, ...],
    bundle: str,
    sentence: str,
) -> None:
    assert evaluate(folder, *options, bundle=bundle) == 2
    out, err = capsys.readouterr()
    assert err.startswith(sentence)
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    "options", [("--where", "split"), ("--where", "=1"), ("--limit", "0"), ("--limit", "x")]
)
def test_impossible_options_are_refused(folder: Path, options: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        evaluate(folder, *options)
    assert caught.value.code == 2
