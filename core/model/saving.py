"""Writing a bundle, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import BundleError
from core.language import say
from core.model.bundle import Bundle
from core.model.bundle_files import (
    CARD,
    GRAPH,
    INT8_GRAPH,
    LICENCE,
    OPTIONAL,
    REFERENCES,
    SUMS,
    WEIGHTS,
)
from core.model.card import Card
from core.model.card_text import card_text
from core.model.described import References
from core.model.signature import SIGNATURE
from core.model.weights import encode_weights
from core.reasons import why


def save_bundle(
    folder: Path,
    *,
    card: Card,
    weights: Mapping[str, NDArray[np.floating]],
    licence: str,
    graph: bytes | None = None,
    references: References | None = None,
    int8_graph: bytes | None = None,
) -> Bundle:
    """Write a bundle, then read it back.

    It is written aside and renamed into place, so that `folder` holds the former bundle or the new
    one, never parts of both.

    Parameters
    ----------
    folder : Path
        Where to write; a bundle that is there is replaced.
    card : Card
        What is known about the model.
    weights : mapping of str to ndarray
        Arrays by name; stored as float16.
    licence : str
        Text of the weights' licence.
    graph : bytes, optional
        The network for ONNX Runtime, from `training.export.onnx_graph.build_graph`; without it, a
        bundle opens under TensorFlow only.
    references : mapping of str to ndarray, optional
        Arrays that answers are compared with; stored as float16.
    int8_graph : bytes, optional
        The network in int8, likewise, with the ranges of activations from `training.precision`.

    Raises
    ------
    BundleError
        If it cannot be written, or a weight does not fit float16.
    """
    content = {
        CARD: card_text(card).encode(),
        WEIGHTS: encode_weights(weights),
        LICENCE: licence.encode(),
    }
    if graph is not None:
        content[GRAPH] = graph
    if int8_graph is not None:
        content[INT8_GRAPH] = int8_graph
    if references:
        content[REFERENCES] = encode_weights(references)
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in content.items()
    )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".bundle-") as aside:
            fresh = Path(aside) / "new"
            fresh.mkdir()
            for name, data in (content | {SUMS: sums.encode()}).items():
                (fresh / name).write_bytes(data)
            _swap(fresh, folder, former=Path(aside) / "former")
    except OSError as error:
        raise BundleError(
            say(
                "The model cannot be written to {folder}: {reason}.",
                folder=folder,
                reason=why(error),
            ),
            value=folder,
        ) from error
    return Bundle.load(folder)


def _swap(fresh: Path, folder: Path, *, former: Path) -> None:
    if folder.exists():
        for kept in folder.iterdir():
            # A former graph belongs to former weights, and so do references and a signature.
            if kept.name not in {*OPTIONAL, SIGNATURE} and not (fresh / kept.name).exists():
                (shutil.copytree if kept.is_dir() else shutil.copy2)(kept, fresh / kept.name)
        folder.rename(former)
    try:
        fresh.rename(folder)
    except OSError:
        if former.exists():
            former.rename(folder)
        raise
