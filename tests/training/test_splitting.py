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
from training.card_words import limits_of
from training.errors import SplitLeaks
from training.run import Run
from training.splits import Folds, Split, load_split
from training.splitting import checked


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two classes of 24 synthetic lesions, every second one twice."""
    root = tmp_path_factory.mktemp("drawn")
    for kind, code in zip(PhantomKind, ("mel", "nv"), strict=False):
        (root / code).mkdir(parents=True)
        for seed in range(24):
            image = Image.fromarray(draw_phantom(kind, seed=seed, size=(180, 240)))
            image = image.resize((120, 90))
            image.save(root / code / f"{seed:02d}.png")
            if seed % 2:
                image.save(root / code / f"{seed:02d}-copy.jpg", quality=80)
    return root


@pytest.fixture
def folders(drawn: Path, tmp_path: Path) -> Path:
    """The same, for one test to change."""
    return Path(shutil.copytree(drawn, tmp_path / "set"))


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


def test_folds_are_saved_and_one_is_chosen_for_training(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "folds.json"
    assert main(["split", str(folders), "--out", str(path), "--folds", "4"]) == 0
    assert "4 folds of " in capsys.readouterr().err
    assert set(load_split(path, fold=2).test) == set(load_split(path, fold=1).validation)
    train = ["train", "mobilenetv2_finetuned", "--data", str(folders)]
    out = ["--out", str(tmp_path / "run")]
    assert main([*train, "--split", str(path), *out]) == 2
    assert "holds 4 folds" in capsys.readouterr().err
    assert main([*train, "--split", str(path), "--fold", "5", *out]) == 2
    assert "There is no fold 5" in capsys.readouterr().err
    assert main([*train, "--fold", "1", *out]) == 2
    assert "name it with --split" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "words", [["--folds", "2"], ["--folds", "x"], ["--seed", "-1"], ["--folds", "5", "--as-given"]]
)
def test_options_that_make_no_split_are_refused(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["split", str(tmp_path), "--out", str(tmp_path / "s.json"), *words])
    assert "error: argument" in capsys.readouterr().err


def test_what_a_table_groups_stays_together(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [path.relative_to(folders).as_posix() for path in sorted(folders.rglob("*.*"))]
    patient_of = {name: f"P{int(Path(name).stem[:2]) // 3}" for name in names}
    table = tmp_path / "patients.csv"
    rows = "".join(f"{name},{patient}\n" for name, patient in patient_of.items())
    table.write_text(f"image_id,patient_id\n{rows}")
    split = ["split", str(folders), "--out", str(tmp_path / "s.json"), "--folds", "3"]
    assert main([*split, "--groups", str(table)]) == 0
    folds = Folds.load(tmp_path / "s.json").folds
    patients = [{patient_of[name] for name in fold} for fold in folds]
    assert sum(map(len, patients)) == len(set(patient_of.values()))
    table.write_text(f"image_id,group\n{names[0]},P1\n")
    assert main([*split, "--groups", str(table)]) == 2
    assert "71 images have no row in" in capsys.readouterr().err
    table.write_text(f"image_id,group\n{names[0]},P1\n{names[0]},P2\n")
    assert main([*split, "--groups", str(table)]) == 2
    assert f"two groups for {names[0]}" in capsys.readouterr().err
    table.write_text("image_id,colour\n")
    assert main([*split, "--groups", str(table)]) == 2
    assert "needs the columns image_id and group" in capsys.readouterr().err


def test_a_random_split_leaks_and_is_refused(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.json"
    assert main(["split", str(folders), "--out", str(path), "--random"]) == 0
    train = ["train", "mobilenetv2_finetuned", "--data", str(folders), "--split", str(path)]
    assert main([*train, "--out", str(tmp_path / "run")]) == 2
    assert "stand on two sides" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_a_split_of_another_data_set_is_refused(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Split(("a",), ("b",), ("c",)).save(tmp_path / "s.json")
    train = ["train", "mobilenetv2_finetuned", "--data", str(folders)]
    words = ["--split", str(tmp_path / "s.json"), "--out", str(tmp_path / "run")]
    assert main([*train, *words]) == 2
    assert "1 images for train that this data set does not have" in capsys.readouterr().err


def test_equal_bytes_leak_also_where_lesions_are_known(tmp_path: Path) -> None:
    folder = write_small_set(tmp_path / "set")
    material = material_of(folder, tmp_path / "pixels")
    first, last = material.split.train[0], material.split.test[0]
    shutil.copy(folder / "images" / f"{first}.jpg", folder / "images" / f"{last}.jpg")
    with pytest.raises(SplitLeaks, match="1 pair"):
        checked(material, accept_leaks=False)


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
    assert limits_of(accepted)[-1].startswith("In 1 pair, the same image or lesion")


def test_a_set_without_lesions_is_searched_for_copies(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folders, tmp_path / "sides" / "Train")
    (tmp_path / "sides" / "Test" / "mel").mkdir(parents=True)
    shutil.copy(folders / "mel" / "02.png", tmp_path / "sides" / "Test" / "mel" / "x.png")
    words = ["split", str(tmp_path / "sides"), "--out", str(tmp_path / "s.json"), "--as-given"]
    assert main(words) == 0
    train = ["train", "mobilenetv2_finetuned", "--data", str(tmp_path / "sides")]
    assert main([*train, "--split", str(tmp_path / "s.json"), "--out", str(tmp_path / "run")]) == 2
    assert "1 pair of images that show the same" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()
