"""A model from a stranger is numbers: nothing in it is run, followed or waited for."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.errors import BundleDamaged, BundleError, BundleMissing
from core.model.bundle import Bundle
from core.model.bundle_files import CARD, GRAPH, LICENCE, SUMS, WEIGHTS
from core.model.signature import SIGNATURE
from tests.core.tiny import tiny_bundle
from tests.platforms import needs_devices


class Touch:
    """Whoever unpickles it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f'echo harm > "{self.path}"',)


def pickled(touched: Path) -> bytes:
    return pickle.dumps(Touch(touched))


def npz(touched: Path) -> bytes:
    out = io.BytesIO()
    np.savez(out, weights=np.array([Touch(touched)], dtype=object))
    return out.getvalue()


def torch_archive(touched: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.pkl", pickled(touched))
        archive.writestr("archive/version", "3\n")
    return out.getvalue()


CONTENT = {"pickle": pickled, "npz": npz, "pytorch": torch_archive}


def sealed(folder: Path, name: str, content: bytes) -> Path:
    """Put something in the place of a file of a bundle, with fitting checksums."""
    (folder / name).write_bytes(content)
    names = (CARD, WEIGHTS, LICENCE, GRAPH)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / SUMS).write_text("".join(sums))
    return folder


@pytest.mark.parametrize("name", [CARD, WEIGHTS])
@pytest.mark.parametrize("kind", CONTENT)
def test_nothing_is_unpickled(kind: str, name: str, tmp_path: Path) -> None:
    content = CONTENT[kind](tmp_path / "touched")
    folder = sealed(tiny_bundle(tmp_path / "model").folder, name, content)
    with pytest.raises(BundleDamaged):
        Bundle.load(folder)
    assert not (tmp_path / "touched").exists()


def test_such_files_would_do_harm(tmp_path: Path) -> None:
    pickle.loads(pickled(tmp_path / "touched"))
    assert (tmp_path / "touched").exists()


@needs_devices
@pytest.mark.parametrize("name", [CARD, WEIGHTS, SUMS, SIGNATURE])
@pytest.mark.parametrize("what", ["pipe", "device"])
def test_nothing_is_waited_for(what: str, name: str, tmp_path: Path) -> None:
    folder = tiny_bundle(tmp_path / "model").folder
    (folder / name).unlink(missing_ok=True)
    if what == "pipe":
        os.mkfifo(folder / name)
    else:
        (folder / name).symlink_to("/dev/zero")
    with pytest.raises(BundleError, match=r"no plain file|signature") as told:
        Bundle.load(folder)
    assert isinstance(told.value, BundleMissing | BundleDamaged)
