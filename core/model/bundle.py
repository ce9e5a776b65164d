"""A model bundle: one folder with weights and card, verified whenever it is loaded.

``weights.safetensors`` holds each array once, as float16, named ``layer/kernel`` or
``layer/bias``: raw little-endian bytes behind a JSON header, nothing that could run code.
``model.onnx``, which older bundles lack, is the network as a graph for ONNX Runtime; its numbers
are places in the weights file; ``model.int8.onnx`` is the same with most convolutions in int8,
for bulk work. ``references.safetensors``, also optional, holds arrays of the same
form that answers are compared with. ``SHA256SUMS`` has the form that ``sha256sum --check`` reads,
and ``SIGNATURE.json`` says who stands behind it, where somebody does.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.model.bundle_files import (
    CARD,
    GRAPH,
    INT8_GRAPH,
    REFERENCES,
    SUMS,
    WEIGHTS,
    card_of,
    verified_files,
)
from core.model.card import Card
from core.model.described import DescribedModel, References
from core.model.signature import Signature, verified_signature
from core.model.weights import check_weights, decode_weights
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
    signature : Signature, optional
        Who has signed it; None where nobody has.
    """

    folder: Path
    card: Card
    data: bytes = field(repr=False)
    sha256: str
    graph: bytes | None = field(repr=False)
    references: References = field(default_factory=dict, repr=False)
    int8_graph: bytes | None = field(default=None, repr=False)
    signature: Signature | None = None

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
        return DescribedModel(self.card, self.identity, self.references, self.signature)

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
            signature=verified_signature(folder, content[SUMS]),
        )


def _references(data: bytes | None, path: Path) -> References:
    return {} if data is None else decode_weights(data, path=path)
