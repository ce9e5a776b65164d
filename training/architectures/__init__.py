"""Networks to train and compare, behind one registry.

Each is a base that turns pixels into features, told by its file; `assemble` puts the same head on
all of them, so that training, evaluation and distillation use any of them alike.
"""

from __future__ import annotations

from training.architectures.assemble import Wanted, build
from training.architectures.registry import ARCHITECTURES, Architecture

__all__ = ["ARCHITECTURES", "Architecture", "Wanted", "build"]
