"""A run from its data to its bundle, and the same run after a kill."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.engine import open_classifier
from core.model import Bundle
from tests.platforms import needs_signals
from tests.training.small_set import STUDENT, TEACHER, material_of, write_small_set
from training.callbacks.measurement import COLUMNS
from training.card import put_on_card
from training.comparison.judged import read_judged
from training.distillation import build_student
from training.errors import RunError
from training.evaluation import command as evaluation
from training.evaluation import options as evaluation_options
from training.experiment import Stage
from training.export.bundle import export
from training.run import Run
from training.train import train


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_set(tmp_path_factory.mktemp("data") / "set")


@pytest.fixture(scope="module")
def finished(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("runs")
    return train(STUDENT, material_of(data, folder / "pixels"), out=folder / "run")


@pytest.fixture(scope="module")
def said() -> io.StringIO:
    """What `exported` says when it is made."""
    return io.StringIO()


@pytest.fixture(scope="module")
def exported(
    finished: Run, data: Path, said: io.StringIO, tmp_path_factory: pytest.TempPathFactory
) -> Bundle:
    """The run's bundle; shared, so not to be written to."""
    folder = tmp_path_factory.mktemp("exported")
    with contextlib.redirect_stderr(said):
        return export(finished, material_of(data, folder / "pixels"), out=folder / "model")


@pytest.fixture(scope="module")
def report(
    finished: Run, exported: Bundle, data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of the bundle's figures."""
    folder = tmp_path_factory.mktemp("judged") / "report"
    assert evaluate(**asked(finished, exported, data), out=folder) == 0
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_tells_what_was_done(finished: Run) -> None:
    assert finished.complete
    config = json.loads(finished.config_path.read_text())
    assert config["experiment"]["name"] == "tiny_student"
    assert len(config["split_sha256"]) == 64
    environment = json.loads((finished.folder / "environment.json").read_text())
    assert environment["backend"] == "tensorflow"
    assert (finished.folder / "curves.png").read_bytes().startswith(b"\x89PNG")
    assert (finished.folder / "finding.txt").read_text().endswith(".\n")
    assert list((finished.folder / "tensorboard").iterdir())
    history = rows(finished.folder / "history.csv")
    assert set(history[0]) == {"epoch", "seconds", *COLUMNS}
    assert [row["epoch"] for row in history] == ["1", "2", "3"]
    assert float(history[-1]["loss"]) < float(history[0]["loss"])
    assert Run(finished.folder / "teacher").complete


def test_a_run_goes_on_where_another_ended(finished: Run, data: Path, tmp_path: Path) -> None:
    shutil.copytree(finished.folder, tmp_path / "run" / "before")
    still = dataclasses.replace(
        STUDENT, name="still", continues=STUDENT, stages=(Stage(1, (32, 48)),), learning_rate=0.0
    )
    run = train(still, material_of(data, tmp_path), out=tmp_path / "run")
    assert not (run.folder / "teacher").exists()
    last = tmp_path / "last"
    shutil.copytree(run.folder, last / "before")
    train(
        dataclasses.replace(still, name="last", continues=still),
        material_of(data, tmp_path),
        out=last,
    )
    assert [path.parent for path in last.rglob("teacher")] == [last / "before" / "before"]
    student = build_student(classes=7, blocks=STUDENT.blocks)
    student.load_weights(run.weights_path)
    after = [weight.numpy() for weight in student.trainable_weights]
    student.load_weights(finished.weights_path)
    for weight, expected in zip(student.trainable_weights, after, strict=True):
        np.testing.assert_array_equal(weight.numpy(), expected)


def test_a_finished_run_is_not_run_again(finished: Run, data: Path, tmp_path: Path) -> None:
    before = finished.weights_path.stat().st_mtime_ns
    train(STUDENT, material_of(data, tmp_path), out=finished.folder)
    assert finished.weights_path.stat().st_mtime_ns == before


def test_a_folder_of_another_run_is_refused(finished: Run, data: Path, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="other settings"):
        train(TEACHER, material_of(data, tmp_path), out=finished.folder)


def test_a_setting_that_came_later_has_its_default_in_an_older_run(
    finished: Run, data: Path, tmp_path: Path
) -> None:
    older = tmp_path / "run"
    shutil.copytree(finished.folder, older)
    config = json.loads((older / "config.json").read_text())
    del config["experiment"]["teacher"]["keep_best"]
    (older / "config.json").write_text(json.dumps(config))
    assert train(STUDENT, material_of(data, tmp_path), out=older).complete


def test_weights_of_another_network_are_refused(finished: Run, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "run"
    shutil.copytree(finished.folder, other)
    shutil.copy(Run(finished.folder / "teacher").weights_path, Run(other).weights_path)
    with pytest.raises(RunError, match="another version"):
        export(Run(other), material_of(data, tmp_path), out=tmp_path / "out")


def test_an_unfinished_run_makes_no_bundle(data: Path, tmp_path: Path) -> None:
    run = Run.open(tmp_path / "run", STUDENT, material_of(data, tmp_path).split, limit=None)
    with pytest.raises(RunError, match="not finished"):
        export(run, material_of(data, tmp_path), out=tmp_path / "out")


def test_from_run_to_bundle_to_figures_on_its_card(
    finished: Run, exported: Bundle, said: io.StringIO, report: Path, tmp_path: Path
) -> None:
    assert "ONNX Runtime against Keras" in said.getvalue()
    shutil.copytree(exported.folder, tmp_path / "model")
    bundle = Bundle.load(tmp_path / "model")
    assert bundle.card.metrics == {}
    assert bundle.card.heat_map_scale > 0
    trust = bundle.card.trust
    assert trust is not None
    assert trust.split_sha256 == bundle.card.data[0].split_sha256
    assert [point.name for point in trust.operating_points] == ["sensitivity_90", "sensitivity_95"]
    assert trust.novelty is not None
    assert set(bundle.references) == {"novelty/mean", "novelty/whitening"}
    assert bundle.card.data[0].lesions in range(50, 7 * 12)
    put_on_card(bundle, report / "report.json")
    after = Bundle.load(tmp_path / "model")
    assert after.sha256 == bundle.sha256
    assert after.graph == bundle.graph is not None
    assert set(after.references) == set(bundle.references)
    assert after.card.metrics["n"] == len(rows(finished.folder / "test.csv"))
    assert after.card.evidence is not None
    assert 0 < after.card.evidence.lesions <= after.card.metrics["n"]
    assert "evidence" not in after.card.metrics
    assert open_classifier(after).bundle.card.metrics["model_sha256"] == bundle.sha256


def test_a_thorough_look_is_measured_by_itself(
    finished: Run, exported: Bundle, data: Path, report: Path, tmp_path: Path
) -> None:
    options = asked(finished, exported, data)
    assert evaluate("--thorough", out=tmp_path / "thorough", **options) == 0
    usual, thorough = read_judged(report), read_judged(tmp_path / "thorough")
    assert thorough.name == f"{usual.name}, thorough"
    assert (usual.scored.probabilities != thorough.scored.probabilities).all()
    with pytest.raises(RunError, match="measured thorough analysis, not the usual one"):
        put_on_card(exported, tmp_path / "thorough" / "report.json")


def asked(run: Run, bundle: Bundle, data: Path) -> dict[str, Path]:
    labels = run.folder / "test.csv"
    return {"bundle": bundle.folder, "images": data / "images", "labels": labels}


def evaluate(*flags: str, **options: Path) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    evaluation_options.add_arguments(parser)
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return evaluation.run(parser.parse_args([*words, *flags]))


def test_figures_of_another_model_stay_off_the_card(exported: Bundle, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"model_sha256": "0" * 64}))
    with pytest.raises(RunError, match="measured another model"):
        put_on_card(exported, report)
    odd = {"model_sha256": exported.sha256, "evidence": {"edges": [2], "cells": []}}
    for text in ("[]", json.dumps(odd)):
        report.write_text(text)
        with pytest.raises(RunError, match="is not a report"):
            put_on_card(exported, report)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.training.small_set import STUDENT, material_of
from training.callbacks.checkpoint import Checkpoint
from training.train import train

class Kill(Checkpoint):
    def on_train_batch_end(self, batch, logs=None):
        if self.epoch == {epoch} and batch == 1 and self._folder.name == "run":
            os.kill(os.getpid(), signal.SIGKILL)

import training.fitting
training.fitting.Checkpoint = Kill
data, out = map(Path, sys.argv[1:])
train(STUDENT, material_of(data, out.parent / "pixels"), out=out)
"""


@needs_signals
@pytest.mark.slow
@pytest.mark.parametrize("epoch", [0, 1, 2])
def test_a_killed_run_goes_on_and_ends_as_if_nothing_had_happened(
    finished: Run, data: Path, tmp_path: Path, root: Path, epoch: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(epoch=epoch), str(data), str(tmp_path / "run")],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert not Run(tmp_path / "run").complete
    again = train(STUDENT, material_of(data, tmp_path / "pixels"), out=tmp_path / "run")
    expected, found = (rows(run.folder / "history.csv") for run in (finished, again))
    assert [row["epoch"] for row in found] == ["1", "2", "3"]
    for one, other in zip(expected, found, strict=True):
        assert float(one["loss"]) == pytest.approx(float(other["loss"]), rel=1e-3)
    from training.distillation import build_student

    weights = []
    for run in (finished, again):
        student = build_student(classes=7, blocks=STUDENT.blocks)
        student.load_weights(run.weights_path)
        weights.append(np.concatenate([np.ravel(array) for array in student.get_weights()]))
    np.testing.assert_allclose(weights[0], weights[1], rtol=1e-2, atol=1e-4)
