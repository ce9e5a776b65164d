"""Weights from a stranger are numbers: of a file that holds code, none is run."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import keras
import numpy as np
import pytest

from training.architectures import Wanted, build
from training.errors import WeightsError

SIZE: Final = (32, 32)
TOUCHED: Final = "touched"


class Touch:
    """Whoever unpickles it makes a file in the working folder."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"echo harm > {TOUCHED}",)


def with_lambda(path: Path) -> None:
    """Write a model whose first layer is code of its maker's; calling it makes a file."""

    def harm(value: object) -> object:
        Path(TOUCHED).touch()
        return value

    image = keras.Input((*SIZE, 3))
    named = keras.layers.Lambda(harm, output_shape=(*SIZE, 3), name="harm")(image)
    keras.Model(image, keras.layers.Conv2D(2, 3)(named)).save(path)


def pickled(path: Path) -> None:
    np.savez(path, first_W=np.array([Touch()], dtype=object))


def linked(path: Path) -> None:
    h5py = pytest.importorskip("h5py")  # Keras brings it; it has no types
    with h5py.File(path, "w") as file:
        file["layers"] = h5py.ExternalLink("/etc/hostname", "/")


def empty_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "{}")


def garbage(path: Path) -> None:
    path.write_bytes(b"neither an archive nor a table")


HOSTILE: Final[dict[str, Callable[[Path], None]]] = {
    "lambda.keras": with_lambda,
    "lambda.h5": with_lambda,
    "pickled.npz": pickled,
    "linked.weights.h5": linked,
    "empty.keras": empty_archive,
    "garbage.keras": garbage,
    "garbage.weights.h5": garbage,
    "garbage.npz": garbage,
}


@pytest.mark.filterwarnings("ignore:You are saving your model as an HDF5 file")
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_it_is_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    HOSTILE[name](tmp_path / name)
    (tmp_path / TOUCHED).unlink(missing_ok=True)  # making it may have run it
    with pytest.raises(WeightsError, match=r"holds no weights|cannot be read|does not fit"):
        build(Wanted("cnn", SIZE, 2, weights=tmp_path / name))
    assert not (tmp_path / TOUCHED).exists()
