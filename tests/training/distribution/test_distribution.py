"""Two devices learn what one learns, and what cannot be spread is said."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.small_set import write_small_set
from training.distribution import Kind, open_distribution
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
from training.experiment import STILL, Classification
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
    for left, right in zip(one, two, strict=True):  # dropout draws differently on each device
        for name in ("loss", "validation_loss"):
            assert float(right[name]) == pytest.approx(float(left[name]), rel=0.05)


def test_one_device_is_too_few() -> None:
    with pytest.raises(DistributionError, match="at least two devices; this machine shows 1"):
        open_distribution(Kind.MIRRORED)


def test_another_back_end_is_named() -> None:
    with pytest.raises(DistributionError, match="needs KERAS_BACKEND=jax, not tensorflow"):
        open_distribution(Kind.DATA_PARALLEL)


def test_without_distribution_there_is_one_device() -> None:
    assert open_distribution(Kind.NONE).devices == 1
