"""Installing a model, and going back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from core.cases.disk import sync_folder
from core.diagnostics.locking import locked
from core.errors import BundleError, UsageError
from core.files import write_whole
from core.installed.pointer import POINTER, SHIPPED, Pointer, folder_of, read_pointer
from core.language import say
from core.model.bundle import Bundle
from core.model.bundle_files import CARD, LICENCE, OPTIONAL, SUMS, WEIGHTS
from core.model.signature import SIGNATURE
from core.model.trusted import require_trusted
from core.policy.current import require
from core.policy.policy import Feature
from core.reasons import why

_INCOMING: Final = ".incoming-"
_LOCK: Final = ".lock"
_DIGITS: Final = 16


def install(source: Path, *, folder: Path) -> Bundle:
    """Verify a bundle, copy it, verify the copy, and use it from now on.

    Parameters
    ----------
    source : Path
        The bundle; it is left as it is.
    folder : Path
        Of the installed models.

    Returns
    -------
    Bundle
        The copy.

    Raises
    ------
    LentigoError
        If it is damaged or not trusted, a policy forbids it, or the disk fails; then the model that
        was in use stays in use.
    """
    require(Feature.MODELS)
    require_trusted(Bundle.load(source))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(folder / _LOCK):
            return _install(source, folder)
    except OSError as error:
        raise BundleError(
            say(
                "The model cannot be written to {folder}: {reason}.",
                folder=folder,
                reason=why(error),
            ),
            value=folder,
        ) from error


def go_back(folder: Path) -> Path:
    """Use the former model from now on; the one in use becomes the former.

    Raises
    ------
    UsageError
        If there is none.
    LentigoError
        If it is damaged or not trusted; then nothing changes.
    """
    require(Feature.MODELS)
    now = read_pointer(folder)
    if now.former is None:
        raise UsageError(say("There is no former model to go back to."))
    former = folder_of(folder, now.former)
    require_trusted(Bundle.load(former))
    _point(folder, Pointer(now.former, now.current))
    return former


def use_shipped(folder: Path) -> Path:
    """Use the model that comes with Lentigo; the one in use becomes the former."""
    now = read_pointer(folder)
    if now.current != SHIPPED:
        _point(folder, Pointer(SHIPPED, now.current))
    return folder_of(folder, SHIPPED)


def _install(source: Path, folder: Path) -> Bundle:
    _clear(folder, keep=read_pointer(folder))
    aside = Path(tempfile.mkdtemp(dir=folder, prefix=_INCOMING))
    try:
        _copy(source, aside)
        bundle = Bundle.load(aside)
        require_trusted(bundle)
        name = hashlib.sha256((aside / SUMS).read_bytes() + _signed(aside)).hexdigest()[:_DIGITS]
        if not _is_whole(folder / name):  # a damaged one is mended by the copy
            shutil.rmtree(folder / name, ignore_errors=True)
            aside.rename(folder / name)
            sync_folder(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    now = read_pointer(folder)
    if name != now.current:
        _point(folder, Pointer(name, now.current))
    return Bundle.load(folder / name)


def _copy(source: Path, aside: Path) -> None:
    for name in (CARD, WEIGHTS, LICENCE, SUMS, *OPTIONAL, SIGNATURE):
        if (source / name).exists():
            with (source / name).open("rb") as inside, (aside / name).open("wb") as out:
                shutil.copyfileobj(inside, out)
                out.flush()
                os.fsync(out.fileno())


def _is_whole(folder: Path) -> bool:
    try:
        Bundle.load(folder)
    except BundleError:
        return False
    return True


def _signed(folder: Path) -> bytes:
    file = folder / SIGNATURE
    return file.read_bytes() if file.exists() else b""


def _point(folder: Path, pointer: Pointer) -> None:
    write_whole(folder / POINTER, f"{json.dumps(pointer._asdict())}\n".encode())


def _clear(folder: Path, *, keep: Pointer) -> None:
    """Remove what a kill has left, and models that nobody can go back to."""
    for path in folder.iterdir():
        if path.is_dir() and path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)
