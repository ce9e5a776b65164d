"""``python -m training`` as its users meet it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.language import Language, use
from training import experiments
from training.__main__ import main
from training.errors import ExperimentError


def test_every_experiment_loads_and_bears_its_files_name() -> None:
    assert set(experiments.names()) >= {"mobilenetv2_finetuned", "vgg16_distilled"}
    for name in experiments.names():
        assert experiments.load(name).name == name


def test_every_experiment_says_data_time_and_expectation() -> None:
    for name in experiments.names():
        text = sys.modules[f"training.experiments.{name}"].__doc__ or ""
        for word in ("Data:", "Time:", "Expected:"):
            assert word in text


def test_an_unknown_experiment_names_those_there_are() -> None:
    with pytest.raises(ExperimentError, match=r"There are: ann, .*mobilenetv2_finetuned"):
        experiments.load("resnet")


def test_missing_data_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["train", "vgg16_distilled", "--data", str(tmp_path), "--out", str(tmp_path / "run")]
    assert main(words) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"{tmp_path} holds fewer than two folders of classes")
    assert err.count("\n") == 1
    assert not (tmp_path / "run").exists()


def test_a_run_that_is_not_there_makes_no_bundle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "vgg16_distilled", "--data", str(tmp_path), "--run", str(tmp_path)]
    assert main([*words, "--out", str(tmp_path / "model")]) == 2
    assert "is not a split" in capsys.readouterr().err


def test_the_teacher_alone_is_no_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", "mobilenetv2_finetuned", "--data", str(tmp_path), "--out", str(tmp_path)]
    assert main(words) == 2
    assert "makes no VGG16" in capsys.readouterr().err


def test_a_card_needs_a_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["card", "--bundle", str(tmp_path), "--report", str(tmp_path / "r.json")]) == 2
    assert "There is no model in" in capsys.readouterr().err


def test_help_waits_for_no_machine_learning_library(root: Path) -> None:
    code = (
        "import sys, contextlib\n"
        "from training.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "heavy = {'keras', 'tensorflow'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for verb in ("train", "export", "evaluate", "card"):
        assert verb in done.stdout


def test_training_is_english_whatever_its_user_speaks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use(Language.INDONESIAN)
    assert main(["card", "--bundle", str(tmp_path), "--report", str(tmp_path / "r.json")]) == 2
    assert "There is no model" in capsys.readouterr().err
