"""Copies, contradictions, leaks and damage, found in small sets and in the known corrupt one."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageOps

from core.datasets import read_dataset
from tests.training.audit.sets import KINDS, phantom, save
from training.__main__ import main
from training.splits import Split


@pytest.fixture(scope="module")
def lesions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four classes of five different synthetic lesions each."""
    root = tmp_path_factory.mktemp("lesions")
    for kind in KINDS:
        for seed in range(5):
            save(phantom(kind, seed=seed), root / "Train" / kind / f"{kind}{seed}.png")
    return root


@pytest.fixture
def data(lesions: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(lesions, tmp_path / "set"))


@pytest.fixture(scope="session")
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs/schemas/audit.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


def audited(data: Path, out: Path, *options: str) -> dict[str, Any]:
    assert main(["audit", str(data), "--out", str(out), *options]) == 0
    found: dict[str, Any] = json.loads((out / "audit.json").read_text())
    return found


def test_different_lesions_of_one_kind_are_no_copies(
    data: Path, tmp_path: Path, schema: dict[str, Any]
) -> None:
    found = audited(data, tmp_path / "out")
    jsonschema.validate(found, schema)
    assert found["images"] == 20
    assert found["classes"] == dict.fromkeys(sorted(KINDS), 5)
    assert found["exact_pairs"]["count"] == found["near_pairs"]["count"] == 0
    assert found["verdict"] == "No copies, no contradictions, no leaks were found."


def test_copies_contradictions_and_leaks_are_counted_apart(
    data: Path, tmp_path: Path, schema: dict[str, Any]
) -> None:
    original = data / "Train" / "mel" / "mel0.png"
    for place in ("Train/nv/other.png", "Test/mel/again.png"):
        (data / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(original, data / place)
    found = audited(data, tmp_path / "out")
    jsonschema.validate(found, schema)
    names = ["Test/mel/again.png", "Train/mel/mel0.png", "Train/nv/other.png"]
    a, b, c = names
    assert found["exact_pairs"] == {"count": 3, "pairs": [[a, b], [a, c], [b, c]]}
    assert found["exact_pairs_contradicting"]["pairs"] == [[a, c], [b, c]]
    assert found["exact_pairs_across_splits"]["pairs"] == [[a, b], [a, c]]
    assert found["near_pairs"]["count"] == 0
    assert "no figure measured on this split can be trusted" in found["verdict"]


def jpeg(image: Image.Image) -> Image.Image:
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=40)
    return Image.open(buffer)


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "recompressed": jpeg,
    "smaller": lambda image: image.resize((160, 120)),
    "squashed": lambda image: image.resize((180, 180)),
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.2),
    "mirrored": ImageOps.mirror,
    "upside down": lambda image: image.rotate(180),
    "cropped": lambda image: image.crop((4, 3, 296, 222)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_copy_is_found(data: Path, tmp_path: Path, change: str) -> None:
    copy = CHANGES[change](Image.open(data / "Train" / "mel" / "mel1.png"))
    save(copy.convert("RGB"), data / "Test" / "nv" / "copy.png")
    found = audited(data, tmp_path / "out")
    pair = [["Test/nv/copy.png", "Train/mel/mel1.png"]]
    for kind in ("near_pairs", "near_pairs_contradicting", "near_pairs_across_splits"):
        assert found[kind]["pairs"] == pair
    assert found["exact_pairs"]["count"] == 0


def test_a_quarter_turn_of_a_square_picture_is_found(tmp_path: Path) -> None:
    square = phantom("mel", seed=3).crop((37, 0, 262, 225))
    save(square, tmp_path / "set" / "mel" / "a.png")
    save(square.rotate(90), tmp_path / "set" / "nv" / "b.png")
    assert audited(tmp_path / "set", tmp_path / "out")["near_pairs"]["count"] == 1


def test_flat_pictures_are_no_copies_of_each_other(tmp_path: Path) -> None:
    for name, value in (("mel/a", 10), ("nv/b", 200), ("nv/c", 201)):
        pixels = np.full((50, 60, 3), value, np.uint8)
        save(Image.fromarray(pixels), tmp_path / "set" / f"{name}.png")
    assert audited(tmp_path / "set", tmp_path / "out")["near_pairs"]["count"] == 0


def test_damaged_files_are_a_finding_not_an_error(data: Path, tmp_path: Path) -> None:
    path = data / "Train" / "mel" / "<b>broken.png"
    path.write_bytes((data / "Train" / "mel" / "mel0.png").read_bytes()[:900])
    found = audited(data, tmp_path / "out")
    assert found["unreadable"] == {"count": 1, "files": ["Train/mel/<b>broken.png"]}
    page = (tmp_path / "out" / "audit.html").read_text()
    assert "&lt;b&gt;broken.png" in page
    assert "<b>broken" not in page
    assert 'src="http' not in page


def test_a_folder_that_is_no_data_set_is_searched_for_copies_all_the_same(tmp_path: Path) -> None:
    image = phantom("nv", seed=1)
    save(image, tmp_path / "set" / "a.png")
    save(image, tmp_path / "set" / "deep" / "b.png")
    found = audited(tmp_path / "set", tmp_path / "out")
    assert found["exact_pairs"]["count"] == 1
    assert "fewer than two folders" in found["unlabelled"]


def test_nothing_to_audit_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["audit", str(tmp_path / "empty")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_given_split_is_judged_instead_of_the_sets_own(data: Path, tmp_path: Path) -> None:
    shutil.copy(data / "Train" / "mel" / "mel0.png", data / "Train" / "mel" / "copy.png")
    names = [path.relative_to(data).as_posix() for path in sorted(data.rglob("*.png"))]
    split = Split(tuple(n for n in names if "mel0" not in n), (), ("Train/mel/mel0.png",))
    split.save(tmp_path / "split.json")
    assert audited(data, tmp_path / "a")["exact_pairs_across_splits"]["count"] == 0
    found = audited(data, tmp_path / "b", "--split", str(tmp_path / "split.json"))
    assert found["exact_pairs_across_splits"]["count"] == 1


def test_what_is_left_has_neither_copies_nor_contradictions(data: Path, tmp_path: Path) -> None:
    shutil.copy(data / "Train" / "mel" / "mel0.png", data / "Train" / "nv" / "wrong.png")
    shutil.copy(data / "Train" / "mel" / "mel1.png", data / "Train" / "mel" / "twin.png")
    (data / "Train" / "mel" / "broken.png").write_bytes(b"no image")
    table = tmp_path / "clean" / "table.csv"
    table.parent.mkdir()
    assert main(["audit", str(data), "--clean", str(table)]) == 0
    left = read_dataset(table, cache=tmp_path / "cache").samples
    assert len(left) == 19
    names = {sample.path.name for sample in left}
    assert not names & {"mel0.png", "wrong.png", "twin.png", "broken.png"}
    assert {sample.origin for sample in left} == {"train"}
    assert audited(table, tmp_path / "again")["exact_pairs"]["count"] == 0


def test_a_class_that_repeats_another_can_be_left_out_first(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        name = f"mel{number}.png"
        shutil.copy(data / "Train" / "mel" / name, data / "Train" / "nv" / f"again{name}")
    table = tmp_path / "table.csv"
    command = ["audit", str(data), "--clean", str(table)]
    assert main([*command, "--without", "nv"]) == 0
    left = read_dataset(table, cache=tmp_path / "cache").samples
    assert sorted(sample.code for sample in left) == ["bcc"] * 5 + ["bkl"] * 5 + ["mel"] * 5
    capsys.readouterr()
    assert main([*command, "--without", "wart"]) == 2
    assert "no class 'wart' to leave out: bcc, bkl, mel, nv." in capsys.readouterr().err
    assert main([*command[:2], "--without", "nv"]) == 2
    assert "--clean" in capsys.readouterr().err


def test_the_corrupt_set_as_it_is_published(shared_data: Path, tmp_path: Path) -> None:
    found = audited(shared_data / "isic9", tmp_path)
    assert found["images"] == 2359
    assert found["exact_pairs"]["count"] == 159
    assert found["exact_pairs_contradicting"]["count"] == 155
    assert found["exact_pairs_across_splits"]["count"] == 18
    assert found["near_pairs"]["count"] >= 8
    assert found["unreadable"]["count"] == 0
