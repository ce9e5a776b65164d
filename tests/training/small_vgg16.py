"""VGG16 with two narrow blocks, in the place of the real one."""

from __future__ import annotations

from types import MappingProxyType

import keras
import pytest

from core.model.network import build_backbone
from training.architectures import assemble
from training.architectures.registry import Architecture

BLOCKS = ((1, 8), (1, 16))


def use_small_vgg16(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let experiments build it; its weights "from ImageNet" are random."""
    known = {"vgg16": Architecture(_base, 32, ("block1_", "block2_"), folded=_folded)}
    monkeypatch.setattr(assemble, "ARCHITECTURES", MappingProxyType(known))


def _base(size: tuple[int, int], *, imagenet: bool = False) -> keras.Model:
    return _built(size, batch_norm=not imagenet)


def _folded(size: tuple[int, int]) -> keras.Model:
    return _built(size, batch_norm=False)


def _built(size: tuple[int, int], *, batch_norm: bool) -> keras.Model:
    image = keras.Input((*size, 3), name="image")
    _, pooled = build_backbone(image, blocks=BLOCKS, batch_norm=batch_norm)
    return keras.Model(image, pooled, name="vgg16")
