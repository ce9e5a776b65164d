"""A model bundle: one folder with weights and card, verified whenever it is loaded.

``weights.safetensors`` holds each array once, as float16, named ``layer/kernel`` or
``layer/bias``: raw little-endian bytes behind a JSON header, nothing that could run code.
``model.onnx``, which older bundles lack, is the network as a graph for ONNX Runtime; its numbers
are places in the weights file; ``model.int8.onnx`` is the same with most convolutions in int8,
for bulk work. ``references.safetensors``, also optional, holds arrays of the same
form that answers are compared with. ``SHA256SUMS`` has the form that ``sha256sum --check`` reads.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.errors import BundleError
from core.language import say
from core.model.bundle_files import (
    CARD,
    GRAPH,
    INT8_GRAPH,
    LICENCE,
    OPTIONAL,
    REFERENCES,
    SUMS,
    WEIGHTS,
    card_of,
    verified_files,
)
from core.model.card import Card
from core.model.card_text import card_text
from core.model.described import DescribedModel, References
from core.model.weights import check_weights, decode_weights, encode_weights
from core.results import ModelIdentity

Weights = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A verified model.

    Parameters
    ----------
    folder : Path
        Where it lies.
    card : Card
        What is known about it.
    data : bytes
        Content of the weights file, as verified: runtimes take it from here, never from disk again.
    sha256 : str
        Its checksum.
    graph : bytes, optional
        The network for ONNX Runtime; None in a bundle that has none.
    references : mapping of str to ndarray of float32
        Arrays that answers are compared with; empty in a bundle that has none.
    int8_graph : bytes, optional
        The network for ONNX Runtime in int8; None in a bundle that has none.
    """

    folder: Path
    card: Card
    data: bytes = field(repr=False)
    sha256: str
    graph: bytes | None = field(repr=False)
    references: References = field(default_factory=dict, repr=False)
    int8_graph: bytes | None = field(default=None, repr=False)

    @property
    def weights(self) -> Weights:
        """The arrays by name, float32; decoded at each call, since not every runtime needs them."""
        return decode_weights(self.data, path=self.folder / WEIGHTS)

    @property
    def identity(self) -> ModelIdentity:
        """How results name this model."""
        return ModelIdentity(name=self.card.name, version=self.card.version, sha256=self.sha256)

    @property
    def described(self) -> DescribedModel:
        """The bundle as those see it who do not run it."""
        return DescribedModel(self.card, self.identity, self.references)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read and verify a bundle.

        Parameters
        ----------
        folder : Path
            Holds the card, the weights, their licence and the checksums.

        Raises
        ------
        BundleMissing
            If the folder or a file of it is absent or cannot be read.
        BundleDamaged
            If a file does not match its checksum, or contradicts the bundle's form.
        BundleUnsupported
            If the card is of a layout that this version does not know.
        """
        content = verified_files(folder)
        check_weights(content[WEIGHTS], path=folder / WEIGHTS)
        return cls(
            folder=folder,
            card=card_of(content[CARD], folder / CARD),
            data=content[WEIGHTS],
            sha256=hashlib.sha256(content[WEIGHTS]).hexdigest(),
            graph=content.get(GRAPH),
            references=_references(content.get(REFERENCES), folder / REFERENCES),
            int8_graph=content.get(INT8_GRAPH),
        )


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
                reason=error.strerror,
            ),
            value=folder,
        ) from error
    return Bundle.load(folder)


def _swap(fresh: Path, folder: Path, *, former: Path) -> None:
    if folder.exists():
        for kept in folder.iterdir():
            # A former graph belongs to former weights, and so do former references.
            if kept.name not in OPTIONAL and not (fresh / kept.name).exists():
                (shutil.copytree if kept.is_dir() else shutil.copy2)(kept, fresh / kept.name)
        folder.rename(former)
    try:
        fresh.rename(folder)
    except OSError:
        if former.exists():
            former.rename(folder)
        raise


def _references(data: bytes | None, path: Path) -> References:
    return {} if data is None else decode_weights(data, path=path)
