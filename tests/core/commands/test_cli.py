"""The command line as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from PIL import Image

from core import cli
from core.model import STATEMENT
from tests.core.commands.calls import Run, lines, write_image
from tests.core.explain.methods.built import built_bundle, grey
from tests.core.tiny import tiny_bundle, tiny_rules


@pytest.fixture(scope="session")
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs/schemas/classify.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


def test_json_is_one_object_a_line_and_nothing_else(
    run: Run, image: Path, schema: dict[str, Any]
) -> None:
    status, out, _ = run("classify", image, image, "--json")
    assert status == 0
    answers = lines(out)
    assert len(answers) == 2
    for answer in answers:
        jsonschema.validate(answer, schema)
        assert answer["file"] == str(image)
        assert sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-5)
        assert answer["finding"] == max(answer["probabilities"], key=answer["probabilities"].get)
        malignant = sum(answer["probabilities"][code] for code in ("akiec", "bcc", "mel"))
        assert answer["malignant"] == pytest.approx(malignant, abs=1e-5)
        assert (answer["engine"], answer["device"]) == ("onnxruntime", "cpu")


def test_without_its_lesion_a_finding_is_checked_when_asked(
    run: Run, tmp_path: Path, schema: dict[str, Any]
) -> None:
    mole = np.full((64, 96, 3), (224, 176, 160), np.uint8)
    even = mole.copy()
    mole[24:40, 36:60] = (96, 56, 40)
    for name, pixels in (("mole", mole), ("even", even)):
        Image.fromarray(pixels).save(tmp_path / f"{name}.png")
    pictures = [tmp_path / "mole.png", tmp_path / "even.png"]
    status, out, err = run("classify", *pictures, "--json", "--check")
    assert status == 0
    for answer in (answers := lines(out)):
        jsonschema.validate(answer, schema)
    checked, nothing = (answer["without_lesion"] for answer in answers)
    assert checked["lesion_found"]
    assert checked["answer"]["finding"] in answers[0]["probabilities"]
    codes = [warning["code"] for warning in answers[0]["warnings"]]
    assert checked["survives"] == ("survives_without_lesion" in codes)
    assert nothing == {
        "lesion_found": False, "answer": None, "kept": None, "survives": None, "alone": None,
    }  # fmt: skip
    assert "Lesion hidden: mole.png" in err
    _, out, _ = run("classify", *pictures, "--json")
    assert [answer["without_lesion"] for answer in lines(out)] == [None, None]


def test_a_finding_that_does_not_need_its_lesion_is_warned_of_on_paper(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pixels = grey()
    pixels[10:22, 18:30] = 20  # is taken for the lesion
    pixels[:6, :6] = (255, 0, 0)  # makes the finding
    Image.fromarray(pixels).save(tmp_path / "marked.png")
    model = built_bundle(tmp_path / "model").folder
    asked = ["--json", "--check", "--report", str(tmp_path / "page.html"), "--model", str(model)]
    assert cli.main(["classify", str(tmp_path / "marked.png"), *asked]) == 0
    (answer,) = lines(capsys.readouterr().out)
    assert answer["finding"] == "mel"
    assert answer["without_lesion"]["survives"]
    (warning,) = (one for one in answer["warnings"] if one["code"] == "survives_without_lesion")
    assert warning["message"] in (tmp_path / "page.html").read_text()


@pytest.mark.parametrize("engine", ["tensorflow", "onnxruntime"])
def test_the_runtime_that_is_asked_for_answers(
    run: Run, image: Path, schema: dict[str, Any], engine: str
) -> None:
    status, out, _ = run("classify", image, "--json", "--engine", engine, "--device", "cpu")
    assert status == 0
    (answer,) = lines(out)
    jsonschema.validate(answer, schema)
    assert answer["engine"] == engine


def test_how_far_to_trust_it_is_said_and_can_be_chosen(
    capsys: pytest.CaptureFixture[str], image: Path, tmp_path: Path, schema: dict[str, Any]
) -> None:
    folder = tiny_bundle(tmp_path / "ruled", trust=tiny_rules()).folder
    model = ["--model", str(folder)]
    assert cli.main(["classify", "--json", str(image), *model]) == 0
    (plain,) = lines(capsys.readouterr().out)
    jsonschema.validate(plain, schema)
    assert plain["certainty"] == {"level": "low", "spread": None}
    assert plain["operating_point"] == {
        "name": "sensitivity_90", "malignant": plain["malignant"] >= 0.2
    }  # fmt: skip
    assert plain["prediction_set"][0] == plain["finding"]
    assert plain["prevalence"] is None
    shares = "akiec=0,bcc=0,bkl=0,df=0.5,mel=0,nv=0.5,vasc=0"
    asked = ["--thorough", "--prevalence", shares, "--operating-point", "sensitivity_95"]
    assert cli.main(["classify", "--json", str(image), *model, *asked]) == 0
    (read,) = lines(capsys.readouterr().out)
    jsonschema.validate(read, schema)
    assert read["malignant"] == 0
    assert read["prevalence"]["df"] == 0.5
    assert 0 <= read["certainty"]["spread"] < 0.5
    assert read["operating_point"]["name"] == "sensitivity_95"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--prevalence", "mel=1"], "does not tell in which case mix"),
        (["--operating-point", "lax"], "no operating point 'lax'"),
    ],
)
def test_a_reading_that_the_model_has_no_rules_for(
    run: Run, image: Path, options: list[str], reason: str
) -> None:
    status, out, err = run("classify", "--json", image, *options)
    assert (status, out) == (2, "")
    assert reason in err


def test_a_file_that_fails_is_an_error_and_the_others_are_done(
    run: Run, image: Path, tmp_path: Path, schema: dict[str, Any]
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(image.read_bytes()[:300])
    missing = tmp_path / "missing.jpg"
    status, out, _ = run("classify", broken, image, missing, "--json")
    assert status == 1
    answers = lines(out)
    for answer in answers:
        jsonschema.validate(answer, schema)
    kinds = [answer.get("error", {}).get("kind") for answer in answers]
    assert kinds == ["TruncatedImage", None, "FileMissing"]
    assert answers[0]["error"]["message"].endswith(".")


def test_folders_are_walked_in_order(run: Run, tmp_path: Path) -> None:
    for name in ("b.png", "a.jpg", "deep/c.png", "notes.txt"):
        write_image(tmp_path / "set" / name) if name != "notes.txt" else (
            tmp_path / "set" / name
        ).write_text("no image")
    status, out, _ = run("classify", tmp_path / "set", "--json")
    assert status == 0
    assert [Path(answer["file"]).name for answer in lines(out)] == ["a.jpg", "b.png", "c.png"]


def test_a_folder_without_images_is_said(run: Run, tmp_path: Path) -> None:
    status, out, err = run("classify", tmp_path, "--json")
    assert (status, out) == (2, "")
    assert err == "There is no image in the folders given.\n"


def test_the_table_shows_names_percentages_and_the_statement(run: Run, image: Path) -> None:
    status, out, err = run("classify", image)
    assert status == 0
    header, row, *remarks = out.splitlines()
    assert header.split() == ["file", "finding", "right", "before", "malignant", "ms"]
    assert str(image)[-20:] in row
    assert row.count("%") == 2
    assert all(remark.startswith(" ") for remark in remarks)
    assert any("hair" in remark for remark in remarks), "noise is full of dark lines"
    assert STATEMENT in err


def test_an_unknown_class_is_refused_before_any_work(run: Run, image: Path) -> None:
    status, out, err = run("classify", image, "--class", "melanoma")
    assert (status, out) == (2, "")
    assert err.startswith("The model has no class 'melanoma'. It has: akiec, bcc")


def test_a_gpu_that_is_not_there_is_an_error_not_a_fallback(run: Run, image: Path) -> None:
    import tensorflow as tf

    if tf.config.list_physical_devices("GPU"):
        pytest.skip("this machine has a GPU")
    status, out, err = run("classify", image, "--device", "gpu")
    assert (status, out) == (2, "")
    assert err.startswith("The GPU cannot be used: ")
    assert len(err.splitlines()) == 1
    status, out, err = run("classify", image, "--device", "gpu", "--engine", "tensorflow")
    assert (status, out) == (2, "")
    assert err == "The GPU cannot be used: TensorFlow sees no GPU.\n"


def test_a_missing_model_is_one_sentence(
    capsys: pytest.CaptureFixture[str], image: Path, tmp_path: Path
) -> None:
    status = cli.main(["classify", str(image), "--model", str(tmp_path / "none")])
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert err.startswith("There is no model in")


def test_info_names_model_engine_licence_and_paths(run: Run, model: Path) -> None:
    status, out, _ = run("info", "--json")
    assert status == 0
    facts = json.loads(out)
    assert facts["statement"] == STATEMENT
    assert facts["licence"] == {"code": "Apache-2.0", "model": "for tests"}
    assert facts["paths"]["model"] == str(model)
    assert facts["model"]["classes"]["mel"] == "Melanoma"
    assert facts["engine"]["name"] == "onnxruntime"
    assert facts["engine"]["reason"]
    assert "keras" in facts["libraries"]


def test_info_without_a_model_still_says_the_rest(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status = cli.main(["info", "--model", str(tmp_path / "none")])
    out, _ = capsys.readouterr()
    assert status == 1
    assert "There is no model in" in out
    assert "licence:" in out
