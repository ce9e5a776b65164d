"""What the command line draws: overlays, reports, the page of the demo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from core.commands.progress import ImageProgress
from core.explain.methods import METHODS, Method
from core.model import STATEMENT
from tests.core.commands.calls import Run, lines, write_image


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


def test_demo_writes_a_page_that_fetches_nothing(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("demo", "--out", tmp_path / "demo")
    assert status == 0
    page = (tmp_path / "demo" / "report.html").read_text(encoding="utf-8")
    assert str(tmp_path / "demo" / "report.html") in out
    assert STATEMENT in page
    assert page.count("<article>") == page.count("data:image/jpeg;base64,") == 8
    assert "http" not in page
