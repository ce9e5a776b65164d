"""The command as a user meets it: options, progress, exit status, sentences."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from core.errors import BundleMissing
from tests.training.evaluation.support import CLASSES, FakeModel
from tests.training.small_set import material_of, write_small_set
from training.__main__ import main
from training.evaluation import command, opening, options
from training.experiment import Classification
from training.labels import LabelledImage
from training.train import train


@pytest.fixture
def folder(tmp_path: Path, labelled: list[LabelledImage], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Labels, empty image files, and the fake model in the place of a bundle."""
    (tmp_path / "images").mkdir()
    rows = ["image_id,dx,lesion_id,split"]
    for image in labelled:
        (tmp_path / "images" / image.path).touch()
        rows.append(f"{image.image_id},{image.code},{image.lesion_id},{len(rows) % 2}")
    (tmp_path / "labels.csv").write_text("\n".join(rows))

    def fake(
        bundle: Path, *, device: str, engine: str, precision: str, thorough: bool
    ) -> opening.Model:
        if bundle.name == "absent":
            raise BundleMissing("There is no bundle here.")
        assert (device, engine, precision) == ("cpu", "auto", "float32")
        assert not thorough
        return opening.Model(FakeModel(), lambda _: {}, CLASSES, "fake", "1", "a" * 64, ())

    monkeypatch.setattr(opening, "open_model", fake)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["training", "evaluate"])
    return tmp_path


def evaluate(folder: Path, *given: str, bundle: str = "bundle") -> int:
    parser = argparse.ArgumentParser()
    options.add_arguments(parser)
    paths = ["--images", str(folder / "images"), "--labels", str(folder / "labels.csv")]
    paths += ["--bundle", str(folder / bundle), "--out", str(folder / "out"), "--device", "cpu"]
    return command.run(parser.parse_args([*paths, *given]))


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


def test_a_run_is_judged_on_the_part_that_it_has_not_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))
    data = write_small_set(tmp_path / "set")
    experiment = Classification(name="tiny", architecture="ann", size=(16, 24), epochs=1)
    material = material_of(data, tmp_path / "runs" / "pixels")
    run = train(experiment, material, out=tmp_path / "run")
    words = ["evaluate", "--run", str(run.folder), "--data", str(data), "--out"]
    assert main([*words, str(tmp_path / "out")]) == 0
    found = json.loads((tmp_path / "out" / "report.json").read_text())
    assert found["n"] == len(material.split.test)
    assert found["model"] == {"name": "tiny", "version": "run"}
    assert main([*words, str(tmp_path / "train"), "--part", "train"]) == 0
    found = json.loads((tmp_path / "train" / "report.json").read_text())
    assert found["n"] == len(material.split.train)
    run.weights_path.unlink()
    assert main([*words, str(tmp_path / "out")]) == 2
    assert "is not finished" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--run", "run"], "name it with --data"),
        (["--run", "run", "--data", "data", "--thorough"], "--thorough is for bundles"),
        (["--bundle", "model"], "judged on --images with --labels"),
    ],
)
def test_what_is_missing_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], reason: str
) -> None:
    assert main(["evaluate", *options, "--out", str(tmp_path)]) == 2
    assert reason in capsys.readouterr().err
