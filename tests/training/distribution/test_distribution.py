"""Two devices learn what one learns, and what cannot be spread is said."""

from __future__ import annotations

import csv
import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.training.small_set import write_small_set
from training.batches import Draw
from training.distribution import Kind, Share, open_distribution
from training.errors import DistributionError

RUN = """
import sys
from pathlib import Path
import tensorflow as tf

out, data, devices, kind = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices("CPU")[0], [tf.config.LogicalDeviceConfiguration()] * devices
)
from tests.training.small_set import material_of
from training.distribution import Kind, open_distribution
from training.augmentation_settings import STILL
from training.experiment import Classification
from training.train import train

experiment = Classification(
    name="tiny", architecture="ann", size=(16, 24), epochs=2, batch_size=16, learning_rate=1e-3,
    augmentation=STILL,
)
material = material_of(data, out.parent / "pixels")
distribution = open_distribution(Kind(kind))
print(distribution.devices)
train(experiment, material, out=out, distribution=distribution)
"""


RUN_UNDER_JAX = """
import sys
from pathlib import Path

from tests.training.small_set import material_of
from training.distribution import Kind, open_distribution
from training.augmentation_settings import STILL
from training.experiment import Classification
from training.train import train

out, data, kind = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
distribution = open_distribution(Kind(kind))
print("devices", distribution.devices)
experiment = Classification(
    name="tiny", architecture="ann", size=(16, 24), epochs=2, batch_size=16, learning_rate=1e-3,
    augmentation=STILL,
)
train(experiment, material_of(data, out / "pixels"), out=out / "run", distribution=distribution)
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_set(tmp_path_factory.mktemp("data") / "set")


def trained(root: Path, out: Path, data: Path, *, devices: int, kind: str) -> list[dict[str, str]]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(out), str(data), str(devices), kind],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True,
        check=False, timeout=280,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(devices)
    with (out / "history.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
def test_two_devices_learn_what_one_learns(tmp_path: Path, data: Path, root: Path) -> None:
    one = trained(root, tmp_path / "one", data, devices=1, kind="none")
    two = trained(root, tmp_path / "two", data, devices=2, kind="mirrored")
    assert len(one) == len(two) == 2
    # Dropout draws differently on each device, so they part ways; a loss added up would be double.
    assert float(two[0]["loss"]) == pytest.approx(float(one[0]["loss"]), rel=0.2)
    assert float(two[1]["loss"]) < float(two[0]["loss"]) / 2


def under_jax(
    root: Path, out: Path, data: Path, *, kind: str, **more: str
) -> subprocess.Popen[str]:
    out.mkdir(exist_ok=True)
    environment = {"PYTHONPATH": str(root), "KERAS_BACKEND": "jax", "JAX_PLATFORMS": "cpu", **more}
    return subprocess.Popen(
        [sys.executable, "-c", RUN_UNDER_JAX, str(out), str(data), kind],
        cwd=root, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def devices_of(process: subprocess.Popen[str]) -> int:
    said, errors = process.communicate(timeout=280)
    assert process.returncode == 0, errors
    (devices,) = (line.split()[1] for line in said.splitlines() if line.startswith("devices "))
    return int(devices)


def losses(run: Path) -> list[tuple[str, str]]:
    with (run / "history.csv").open(newline="") as file:
        return [(row["loss"], row["validation_loss"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def alone(root: Path, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process with one device learns under JAX."""
    pytest.importorskip("jax")
    out = tmp_path_factory.mktemp("alone")
    assert devices_of(under_jax(root, out, data, kind="none")) == 1
    return out / "run"


@pytest.mark.slow
def test_two_devices_under_jax_learn_exactly_what_one_learns(
    tmp_path: Path, data: Path, root: Path, alone: Path
) -> None:
    two = {"XLA_FLAGS": "--xla_force_host_platform_device_count=2"}
    assert devices_of(under_jax(root, tmp_path, data, kind="data-parallel", **two)) == 2
    assert losses(tmp_path / "run") == losses(alone)


@pytest.mark.slow
def test_two_processes_learn_exactly_what_one_learns(
    tmp_path: Path, data: Path, root: Path, alone: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    common = {
        "KERAS_DISTRIBUTION_JOB_ADDRESSES": f"127.0.0.1:{port}",
        "KERAS_DISTRIBUTION_NUM_PROCESSES": "2",
        "JAX_CPU_COLLECTIVES_IMPLEMENTATION": "gloo",
    }
    processes = [
        under_jax(
            root, tmp_path / str(number), data, kind="data-parallel",
            **common, KERAS_DISTRIBUTION_PROCESS_ID=str(number),
        )
        for number in range(2)
    ]  # fmt: skip
    assert [devices_of(process) for process in processes] == [2, 2]
    expected = losses(alone)
    assert losses(tmp_path / "0" / "run") == expected
    assert losses(tmp_path / "1" / "run" / "process-1") == expected
    assert not (tmp_path / "1" / "run" / "final.weights.h5").exists()


@pytest.mark.parametrize("said", [{"NUM_PROCESSES": "two"}, {"NUM_PROCESSES": "2"}])
def test_a_wrong_description_of_the_processes_is_one_sentence(
    said: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in said.items():
        monkeypatch.setenv(f"KERAS_DISTRIBUTION_{name}", value)
    monkeypatch.setattr("keras.backend.backend", lambda: "jax")
    with pytest.raises(DistributionError, match="KERAS_DISTRIBUTION_"):
        open_distribution(Kind.DATA_PARALLEL)


def test_a_batch_that_cannot_be_parted_is_refused() -> None:
    with pytest.raises(DistributionError, match="A batch of 5 images cannot be parted among 2"):
        Draw(rows=np.arange(9), balance=0, batch_size=5, examples=5, seed=1, share=Share(0, 2))


def test_one_device_is_too_few() -> None:
    with pytest.raises(DistributionError, match="at least two devices; this machine shows 1"):
        open_distribution(Kind.MIRRORED)


def test_another_back_end_is_named() -> None:
    with pytest.raises(DistributionError, match="needs KERAS_BACKEND=jax, not tensorflow"):
        open_distribution(Kind.DATA_PARALLEL)


def test_without_distribution_there_is_one_device() -> None:
    assert open_distribution(Kind.NONE).devices == 1
