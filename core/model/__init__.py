"""The model: its bundle, its network, and what it says about a picture.

Importing this package loads no machine-learning library; `core.engine` does, when asked.
"""

from __future__ import annotations

from core.model.bundle import Bundle
from core.model.card import STATEMENT, Card
from core.model.classifier import Classifier
from core.model.described import DescribedModel
from core.model.runtime import DeviceChoice, DeviceRequest, RawAnswer, Runtime
from core.model.saving import save_bundle

__all__ = [
    "STATEMENT",
    "Bundle",
    "Card",
    "Classifier",
    "DescribedModel",
    "DeviceChoice",
    "DeviceRequest",
    "RawAnswer",
    "Runtime",
    "save_bundle",
]
