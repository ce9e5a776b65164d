"""``lentigo atlas`` and ``lentigo similar`` as their users meet them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core import cli
from core.report.similar_words import NOTE
from tests.core.atlas.small import write_image, write_set
from tests.core.tiny import tiny_bundle

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], model: Path) -> Run:
    def call(*arguments: object, model: Path | None = model) -> tuple[int, str, str]:
        named = [] if model is None else ["--model", str(model)]
        status = cli.main([*(str(argument) for argument in arguments), *named])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_set(tmp_path / "data")


@pytest.fixture
def atlas(run: Run, data: Path) -> Path:
    assert run("atlas", "build", data, "--out", data / "atlas")[0] == 0
    return data / "atlas"


def test_an_atlas_is_built_and_described(run: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "atlas"
    status, said, progress = run("atlas", "build", data, "--out", out)
    assert (status, said) == (0, f"{out}: 6 images of 5 lesions\n")
    assert "embed: 6 of 6 images" in progress
    status, said, _ = run("atlas", "info", out, model=None)
    assert status == 0
    assert "data: 6 images of 5 lesions" in said
    assert "4  Melanocytic nevus" in said
    _, said, _ = run("atlas", "info", out, "--json", model=None)
    assert json.loads(said)["classes"]["mel"]["images"] == 1


def test_what_cannot_be_read_is_listed(run: Run, data: Path, tmp_path: Path) -> None:
    (data / "images" / "4.png").write_bytes(b"")
    out = tmp_path / "atlas"
    status, _, told = run("atlas", "build", data, "--out", out)
    assert status == 1
    assert "1 image could not be used:" in told
    assert "4.png" in told
    assert "4.png" in run("atlas", "info", out, model=None)[2]


def test_a_stop_says_how_to_go_on(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.atlas.build.build_atlas", stop)
    status, _, told = run("atlas", "build", data, "--out", tmp_path / "atlas")
    assert status == 130
    assert "the same command goes on" in told


def test_the_nearest_are_named_with_whose_they_are(run: Run, data: Path, atlas: Path) -> None:
    image = data / "images" / "2.png"
    status, said, told = run("similar", image, "--atlas", atlas, "-n", "3")
    assert status == 0
    head, *rows, source = said.splitlines()
    assert head == "All 3 most similar lesions show melanocytic nevus."
    assert len(rows) == 3
    assert all("confirmed by histopathology; woman, 45 years, back" in row for row in rows)
    assert str(image) not in said
    assert source.startswith("Images: data, unknown.")
    assert NOTE in told


def test_json_has_the_same_alone_and_in_classify(
    run: Run, data: Path, atlas: Path, root: Path
) -> None:
    image = write_image(data.parent / "new.png", seed=77)
    _, said, _ = run("similar", image, "--atlas", atlas, "--json")
    alone: dict[str, Any] = json.loads(said)
    assert alone["atlas"] == {
        "name": "data", "licence": "unknown", "source": "unknown", "images": 6,
        "usual_distance": None,
    }  # fmt: skip
    assert len(alone["similar"]) == 5
    _, said, _ = run("classify", image, "--json", "--atlas", atlas)
    answer = json.loads(said)
    schema = json.loads((root / "docs/schemas/classify.schema.json").read_text())
    jsonschema.validate(answer, schema)
    assert answer["similar"] == alone["similar"]
    assert answer["similar"][0].keys() >= {"diagnosis", "distance", "confirmation"}


def test_without_an_atlas_classify_says_nothing_of_similar_images(run: Run, data: Path) -> None:
    _, said, _ = run("classify", data / "images" / "2.png", "--json")
    assert "similar" not in json.loads(said)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("similar", "IMAGE", "--atlas", "."), "There is no finished atlas in ."),
        (("similar", "absent.png", "--atlas", "ATLAS"), "absent.png"),
        (("classify", "IMAGE", "--atlas", "ATLAS"), "add --json"),
        (("atlas", "build", "IMAGE", "--out", "ATLAS"), "is not a CSV table"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, data: Path, atlas: Path, command: tuple[str, ...], reason: str
) -> None:
    places = {"IMAGE": data / "images" / "2.png", "ATLAS": atlas}
    status, said, told = run(*(places.get(part, part) for part in command))
    assert (status, said) == (2, "")
    assert reason in told
    assert told.count("\n") == 1


def test_another_models_atlas_is_refused(run: Run, data: Path, atlas: Path, tmp_path: Path) -> None:
    other = tiny_bundle(tmp_path / "other", seed=5).folder
    status, _, told = run("similar", data / "images" / "2.png", "--atlas", atlas, model=other)
    assert status == 2
    assert "was made with another model (Tiny 1): build it again" in told


@pytest.mark.parametrize("number", ["0", "many"])
def test_a_number_that_is_none_is_refused(
    run: Run, data: Path, atlas: Path, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run("similar", data / "images" / "2.png", "--atlas", atlas, "-n", number)
    assert f"{number} is not a number of images" in capsys.readouterr().err
