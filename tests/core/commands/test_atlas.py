"""``lentigo atlas`` without a model, as its users meet it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core import cli
from tests.core.atlas.small import write_image, write_set
from tests.core.isic.archive import Archive, image, serving

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        return cli.main([str(argument) for argument in arguments]), *capsys.readouterr()

    return call


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_set(tmp_path / "data")


def test_a_library_is_brought_in_without_a_model(run: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "atlas"
    status, said, progress = run("atlas", "build", data, "--out", out, "--no-model", "--copy")
    assert (status, said) == (0, f"{out}: 6 images of 5 lesions\n")
    assert "read: 6 of 6 images" in progress
    assert "compare: 6 of 6 images" in progress
    assert len(list((out / "images").rglob("*.png"))) == 6
    _, said, _ = run("atlas", "info", out)
    assert "Model: none, so nothing similar can be found in it" in said


def test_similar_says_why_it_cannot(run: Run, data: Path, tmp_path: Path) -> None:
    from tests.core.tiny import tiny_bundle

    out, model = tmp_path / "atlas", tiny_bundle(tmp_path / "model").folder
    run("atlas", "build", data, "--out", out, "--no-model")
    image = write_image(tmp_path / "asked.png", seed=50)
    status, _, told = run("similar", image, "--atlas", out, "--model", model)
    assert status != 0
    assert "made without a model, so it cannot say what is similar" in told
    assert f"build it again with one: lentigo atlas build {out} --out {out}" in told


def test_an_atlas_without_embeddings_gets_them_in_its_place(
    run: Run, data: Path, tmp_path: Path
) -> None:
    from core.atlas import Atlas
    from tests.core.tiny import tiny_bundle

    out, model = tmp_path / "atlas", tiny_bundle(tmp_path / "model").folder
    run("atlas", "build", data, "--out", out, "--no-model", "--copy")
    before = Atlas.open(out)
    items = before.library.every()
    (out / "package.json").write_text("{}")  # what it came with stays with it
    status, said, _ = run("atlas", "build", out, "--out", out, "--model", model)
    assert (status, said) == (0, f"{out}: 6 images of 5 lesions\n")
    after = Atlas.open(out)
    assert after.searchable
    assert not before.searchable
    assert after.library.every() == items
    assert after.description.classes == before.description.classes
    assert (out / "package.json").is_file()


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: write_image(path, seed=200)])
def test_no_label_is_lost_where_an_atlas_is_built_of_itself(
    run: Run, data: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    from core.atlas import Atlas

    out, other = tmp_path / "atlas", tmp_path / "other"
    run("atlas", "build", data, "--out", out, "--no-model")
    items = Atlas.open(out).library.every()
    spoil(items[2].path)
    status, _, told = run("atlas", "build", out, "--out", out, "--no-model")
    assert status != 0
    assert "1 image of the atlas cannot be taken again" in told
    assert Atlas.open(out).library.every() == items
    status, _, _ = run("atlas", "build", out, "--out", other, "--no-model")
    assert status == 1
    left = [item.sha256 for item in Atlas.open(other).library.every()]
    assert left == [item.sha256 for item in items if item != items[2]]


def test_contradictions_are_counted_and_listed(run: Run, data: Path, tmp_path: Path) -> None:
    shutil.copy(data / "images" / "2.png", data / "images" / "3.png")
    out = tmp_path / "atlas"
    _, said, _ = run("atlas", "build", data, "--out", out, "--no-model")
    assert "1 pair of images that show the same" in said
    assert "1 pair that shows the same under different diagnoses" in said
    _, said, told = run("atlas", "info", out)
    assert "1 pair that shows the same under different diagnoses" in said
    assert "2.png (mel)" in told
    assert "3.png (nv)" in told


def test_a_sound_atlas_is_checked(run: Run, data: Path, tmp_path: Path) -> None:
    run("atlas", "build", data, "--out", tmp_path / "atlas", "--no-model")
    assert run("atlas", "check", tmp_path / "atlas")[:2] == (0, "Nothing is wrong.\n")


def test_what_is_wrong_is_listed_and_the_rest_rescued(run: Run, data: Path, tmp_path: Path) -> None:
    out, kept = tmp_path / "atlas", tmp_path / "rescued"
    run("atlas", "build", data, "--out", out, "--no-model")
    (data / "images" / "1.png").unlink()
    (out / "atlas.json").write_text("{")
    status, said, told = run("atlas", "check", out, "--rescue", kept)
    assert status == 1
    assert "atlas.json: What the atlas says of itself cannot be read" in said
    assert "1.png: The image file is missing." in said
    assert said.endswith("2 problems\n")
    assert f"{kept}: 6 images of 5 lesions" in told
    _, said, _ = run("atlas", "check", out, "--json")
    assert [one["flaw"] for one in json.loads(said)] == ["description", "image missing"]
    assert run("atlas", "info", kept)[0] == 0


def test_images_of_an_archive_are_fetched_and_brought_in(run: Run, tmp_path: Path) -> None:
    isic, out = tmp_path / "isic", tmp_path / "atlas"
    with serving(Archive([image(number) for number in range(1, 5)])) as archive:
        chosen = ("--number", "3", "--diagnosis", "nv")
        status, said, told = run("atlas", "fetch", "--out", isic, *chosen, "--api", archive.api)
    assert (status, said) == (0, f"{isic}: 3 images are there, 3 of them new.\n")
    assert "fetch: 3 of 3 images" in told
    assert run("atlas", "build", isic, "--out", out, "--no-model")[0] == 0
    _, said, _ = run("atlas", "info", out)
    assert "ISIC archive: 3 images of 3 lesions" in said


def test_how_many_an_archive_has_is_asked_first(run: Run) -> None:
    with serving(Archive([image(number) for number in range(1, 5)])) as archive:
        assert run("atlas", "fetch", "--count", "--api", archive.api)[:2] == (0, "4\n")
        status, _, told = run("atlas", "fetch", "--api", archive.api)
    assert status != 0
    assert "Name a folder: --out DIR." in told


def test_columns_of_a_table_are_chosen(run: Run, data: Path, tmp_path: Path) -> None:
    table = data / "foreign.csv"
    table.write_text("photo,found\nimages/1.png,mel\nimages/2.png,nv\n")
    out = tmp_path / "atlas"
    chosen = ("--path-column", "photo", "--label-column", "found")
    assert run("atlas", "build", table, "--out", out, "--no-model")[0] != 0
    status, said, _ = run("atlas", "build", table, "--out", out, "--no-model", *chosen)
    assert (status, said) == (0, f"{out}: 2 images\n")
    status, _, told = run("atlas", "build", table, "--out", out, "--no-model", *chosen[:2])
    assert status != 0
    assert "Name both columns" in told
