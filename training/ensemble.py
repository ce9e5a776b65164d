"""Several networks that teach as one: the mean of their answers."""

from __future__ import annotations

from collections.abc import Sequence

import keras
from keras import ops


def ensemble(members: Sequence[keras.Model], *, size: tuple[int, int]) -> keras.Model:
    """Average what networks answer, every second of them for the mirror image.

    What their errors have not in common cancels [1]_, and a student can learn the mean. Seen from
    two sides they have less in common; each for both sides would cost twice as much for little.

    Parameters
    ----------
    members : sequence of keras.Model
        Each takes RGB 0 to 255 and gives a dict with ``logits`` (batch, classes) and ``embedding``
        (batch, channels). One whose input is of another size sees the image shrunk.
    size : tuple of int
        Height and width of the input, pixels.

    Returns
    -------
    keras.Model
        Takes (batch, height, width, 3) and gives such a dict: the mean of all logits, and the first
        member's embedding.

    References
    ----------
    .. [1] Lakshminarayanan, Pritzel, Blundell, "Simple and Scalable Predictive Uncertainty
       Estimation using Deep Ensembles", NeurIPS 2017, doi:10.48550/arXiv.1612.01474.
    """
    image = keras.Input((*size, 3), name="image")
    # Two of one name, as two runs of an architecture have it, do not fit in one model.
    named = [
        keras.Model(member.input, member.output, name=f"member{number}")
        for number, member in enumerate(members)
    ]
    sides = (image, ops.flip(image, axis=2))
    told = [member(_fitted(sides[i % 2], member)) for i, member in enumerate(named)]
    logits = [ops.cast(answer["logits"], "float32") for answer in told]
    mean = ops.mean(ops.stack(logits), axis=0)
    outputs = {"logits": mean, "embedding": told[0]["embedding"]}
    return keras.Model(image, outputs, name="ensemble")


def _fitted(image: keras.KerasTensor, member: keras.Model) -> keras.KerasTensor:
    size = tuple(member.input_shape[1:3])
    if size == tuple(image.shape[1:3]):
        return image
    return ops.image.resize(image, size, antialias=True, data_format="channels_last")
