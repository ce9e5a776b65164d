"""The command line as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from PIL import Image

from core import cli
from core.commands.progress import ImageProgress
from core.explain.methods import METHODS, Method
from core.model import STATEMENT
from tests.core.explain.methods.built import built_bundle, grey
from tests.core.tiny import tiny_bundle, tiny_rules

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return write_image(tmp_path / "lesion.jpg")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], model: Path) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        status = cli.main([*(str(argument) for argument in arguments), "--model", str(model)])
        return status, *capsys.readouterr()

    return call


@pytest.fixture(scope="session")
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs/schemas/classify.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


def write_image(path: Path, *, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 256, (64, 96, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


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


def test_overlays_are_written_beside_each_other(run: Run, tmp_path: Path) -> None:
    first = write_image(tmp_path / "one" / "lesion.jpg")
    second = write_image(tmp_path / "two" / "lesion.png", seed=1)
    status, _, _ = run("classify", first, second, "--overlay", tmp_path / "out", "--class", "df")
    assert status == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["lesion-2.heatmap.png", "lesion.heatmap.png"]
    with Image.open(tmp_path / "out" / "lesion.heatmap.png") as overlay:
        assert overlay.width == 96
        assert overlay.height > 64  # the legend
        assert overlay.info["Description"] == STATEMENT


@pytest.mark.parametrize("name", ["report.pdf", "report.html"])
def test_a_report_is_written_beside_the_table(run: Run, tmp_path: Path, name: str) -> None:
    write_image(tmp_path / "in" / "a.png")
    (tmp_path / "in" / "b.png").write_bytes(b"no picture")
    status, out, _ = run("classify", tmp_path / "in", "--report", tmp_path / "out" / name)
    assert status == 1
    assert "a.png" in out
    written = (tmp_path / "out" / name).read_bytes()
    assert written.startswith(b"%PDF" if name.endswith("pdf") else b"<!doctype html>")


def test_a_report_without_names_numbers_its_images(run: Run, tmp_path: Path) -> None:
    for name in ("marked-one.png", "marked-two.png"):
        write_image(tmp_path / "in" / name)
    html = tmp_path / "report.html"
    run("classify", tmp_path / "in", "--report", html, "--without-file-names")
    written = html.read_text()
    assert "marked" not in written
    assert "Image 1" in written
    assert "Image 2" in written
    run("classify", tmp_path / "in", "--report", html)
    assert "marked-one" in html.read_text()


def test_a_report_of_another_kind_is_refused_before_the_work(run: Run, image: Path) -> None:
    status, out, error = run("classify", image, "--report", "report.docx")
    assert (status, out) == (2, "")
    assert "A report is a .pdf or a .html file" in error


def test_a_logo_that_is_not_there_is_said_before_the_work(run: Run, image: Path) -> None:
    asked = ("--report", "report.pdf", "--clinic", "North", "--logo", "none.png")
    status, out, error = run("classify", image, *asked)
    assert (status, out) == (2, "")
    assert "There is no file “none.png”" in error


@pytest.mark.parametrize("method", Method)
def test_every_method_writes_an_overlay(
    run: Run, image: Path, tmp_path: Path, method: Method
) -> None:
    asked = ["--explain", method, "--class", "mel", "--versus", "nv"]
    status, out, err = run("classify", image, "--json", "--overlay", tmp_path / "out", *asked)
    assert status == 0
    assert len(lines(out)) == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["lesion.heatmap.png"]
    assert err == ("" if method is Method.GRAD_CAM else f"{METHODS[method].name}: lesion\n")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--explain", "occlusion"], "Say where the heat maps shall be written: --overlay DIR."),
        (["--versus", "nv"], "Say where the heat maps shall be written: --overlay DIR."),
        (["--versus", "naevus"], "The model has no class 'naevus'."),
        (["--class", "nv", "--versus", "nv"], "A class cannot be set against itself."),
        (
            ["--overlay", "out", "--engine", "onnxruntime", "--explain", "layer-cam"],
            "This method needs gradients, which ONNX Runtime does not compute",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_before_any_work(
    run: Run, image: Path, options: list[str], sentence: str
) -> None:
    status, out, err = run("classify", image, *options)
    assert (status, out) == (2, "")
    assert err.startswith(sentence)
    assert len(err.splitlines()) == 1


def test_a_finding_set_against_itself_is_that_images_error(
    run: Run, image: Path, tmp_path: Path
) -> None:
    _, out, _ = run("classify", image, "--json")
    finding = lines(out)[0]["finding"]
    status, out, _ = run("classify", image, "--json", "--overlay", tmp_path, "--versus", finding)
    assert status == 1
    assert lines(out)[0]["error"]["kind"] == "UnknownTarget"


def test_ctrl_c_during_an_explanation_leaves_nothing_half_written(
    run: Run, image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: ImageProgress, done: int, total: int) -> None:
        if 0 < done < total:
            raise KeyboardInterrupt

    monkeypatch.setattr(ImageProgress, "__call__", interrupted)
    out = tmp_path / "out"
    status, _, err = run("classify", image, "--overlay", out, "--explain", "occlusion")
    assert status == 130
    assert not out.exists()
    assert "Occlusion: lesion" not in err


def test_an_overlay_that_cannot_be_written_is_that_images_error(
    run: Run, image: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    status, out, _ = run("classify", image, "--json", "--overlay", tmp_path / "out")
    assert status == 1
    assert lines(out)[0]["error"]["kind"] == "OutputError"


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


def test_demo_writes_a_page_that_fetches_nothing(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("demo", "--out", tmp_path / "demo")
    assert status == 0
    page = (tmp_path / "demo" / "report.html").read_text(encoding="utf-8")
    assert str(tmp_path / "demo" / "report.html") in out
    assert STATEMENT in page
    assert page.count("<article>") == page.count("data:image/jpeg;base64,") == 8
    assert "http" not in page


def python(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True, text=True, check=False, env=os.environ | environment, timeout=120,
    )  # fmt: skip


def loaded_by(arguments: Sequence[str], model: Path) -> set[str]:
    """Top-level modules that a subcommand loads, started as the installed script does."""
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        f"status = main({list(arguments)!r})\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print('MODULES', *sorted(names))\n"
        "sys.exit(status)\n"
    )
    done = python("-c", code, environment={"LENTIGO_MODEL": str(model)})
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_subcommands_load_nothing_of_qt(model: Path, image: Path) -> None:
    names = loaded_by(["classify", str(image), "--json", "--engine", "tensorflow"], model)
    assert "tensorflow" in names
    assert not {name for name in names if name.startswith(("PySide6", "shiboken"))}


@pytest.mark.parametrize("command", ["classify", "info"])
def test_subcommands_load_no_runtime_that_does_not_answer(
    model: Path, image: Path, command: str
) -> None:
    arguments = {"classify": ["classify", str(image)], "info": ["info"]}[command]
    names = loaded_by([*arguments, "--engine", "onnxruntime"], model)
    assert "onnxruntime" in names
    assert not names & {"keras", "tensorflow", "onnx", "sympy"}


def test_classify_as_a_program_keeps_native_chatter_off_the_terminal(
    model: Path, image: Path
) -> None:
    done = python(
        "-m", "desktop", "classify", str(image), "--json", environment={"LENTIGO_MODEL": str(model)}
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(lines(done.stdout)) == 1


def test_help_loads_no_runtime() -> None:
    code = (
        "import sys, contextlib\n"
        "from desktop.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['classify', '--help'])\n"
        "heavy = {'keras', 'onnxruntime', 'tensorflow', 'PySide6', 'matplotlib'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    done = python("-c", code, environment={})
    assert done.returncode == 0, done.stderr
    assert "--overlay" in done.stdout


def test_a_reader_that_has_had_enough_ends_the_work_quietly(model: Path, tmp_path: Path) -> None:
    for number in range(30):
        write_image(tmp_path / f"{number}.png", seed=number)
    command = [sys.executable, "-m", "desktop", "classify", str(tmp_path), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"LENTIGO_MODEL": str(model)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == b""
