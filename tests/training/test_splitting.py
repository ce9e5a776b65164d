"""Sides in a file of their own, and the refusal of those that leak."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from core.phantoms import PhantomKind, draw_phantom
from tests.training.small_set import TEACHER, material_of, write_small_set
from training.__main__ import main
from training.errors import SplitLeaks
from training.export import limits_of_leaks
from training.run import Run
from training.splits import Split
from training.splitting import checked


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two classes of 24 synthetic lesions, every second one twice."""
    root = tmp_path / "set"
    for kind, code in zip(PhantomKind, ("mel", "nv"), strict=False):
        (root / code).mkdir(parents=True)
        for seed in range(24):
            image = Image.fromarray(draw_phantom(kind, seed=seed)).resize((120, 90))
            image.save(root / code / f"{seed:02d}.png")
            if seed % 2:
                image.save(root / code / f"{seed:02d}-copy.jpg", quality=80)
    return root


def test_copies_stay_on_one_side(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["split", str(folders), "--out", str(tmp_path / "s.json"), "--seed", "5"]) == 0
    split = Split.load(tmp_path / "s.json")
    assert split.sha256 in capsys.readouterr().err
    side_of = {
        name: part for part in ("train", "validation", "test") for name in getattr(split, part)
    }
    assert len(side_of) == 72
    for name, side in side_of.items():
        if "-copy" in name:
            assert side_of[name.replace("-copy.jpg", ".png")] == side


def test_a_file_that_cannot_be_written_is_one_sentence(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folders / "mel")
    shutil.copytree(folders / "nv", folders / "df")
    assert main(["split", str(folders), "--out", str(tmp_path / "no" / "s.json")]) == 2
    assert "cannot be written: No such file" in capsys.readouterr().err


def test_train_refuses_a_split_that_leaks_unless_told(tmp_path: Path) -> None:
    material = material_of(write_small_set(tmp_path / "set"), tmp_path / "pixels")
    assert checked(material, accept_leaks=False).leaks == 0
    torn = material.split.train[0]
    leaking = replace(
        material,
        split=replace(
            material.split,
            train=material.split.train[1:],
            test=(*material.split.test, torn),
        ),
    )
    with pytest.raises(SplitLeaks, match=f"1 pair of images .*{torn[:-1]}.*--accept-leaks"):
        checked(leaking, accept_leaks=False)
    accepted = checked(leaking, accept_leaks=True)
    assert accepted.leaks == 1
    run = Run.open(tmp_path / "run", TEACHER, accepted.split, limit=None, leaks=accepted.leaks)
    assert run.leaks == 1
    assert json.loads(run.config_path.read_text())["leaks"] == 1
    assert limits_of_leaks(1)[0].startswith("In 1 pairs")


def test_a_set_without_lesions_is_searched_for_copies(folders: Path, tmp_path: Path) -> None:
    shutil.copytree(folders, tmp_path / "sides" / "Train")
    (tmp_path / "sides" / "Test" / "mel").mkdir(parents=True)
    shutil.copy(folders / "mel" / "02.png", tmp_path / "sides" / "Test" / "mel" / "x.png")
    words = ["split", str(tmp_path / "sides"), "--out", str(tmp_path / "s.json"), "--as-given"]
    assert main(words) == 0
    train = ["train", "mobilenetv2_finetuned", "--data", str(tmp_path / "sides")]
    assert main([*train, "--split", str(tmp_path / "s.json"), "--out", str(tmp_path / "run")]) == 2
    assert not (tmp_path / "run").exists()
