"""A model as those see it who prepare its images and read its answers, but do not run it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.model.card import Card
from core.model.signature import Signature
from core.results import ModelIdentity

References = Mapping[str, NDArray[np.float32]]
"""Arrays that answers are compared with, by name, such as statistics of known embeddings."""


@dataclass(frozen=True, slots=True)
class DescribedModel:
    """A bundle without its weights: small enough to hand to another process.

    Parameters
    ----------
    card : Card
        What is known about the model.
    identity : ModelIdentity
        How results name it.
    references : mapping of str to ndarray
        What its answers are compared with. The card's rules change whenever these do, so two
        models with equal cards and identities are the same.
    signature : Signature, optional
        Who has signed it; None where nobody has.
    """

    card: Card
    identity: ModelIdentity
    references: References = field(default_factory=dict, compare=False, repr=False)
    signature: Signature | None = None
