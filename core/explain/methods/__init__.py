"""The ways to explain a finding, behind one interface; see `core.explain.methods.registry`.

Importing this package loads no machine-learning library: the network is given from outside.
"""

from __future__ import annotations

from core.explain.methods.interface import (
    Answer,
    Gradients,
    Network,
    RawMap,
    Target,
    Unit,
    View,
    Watch,
)
from core.explain.methods.registry import METHODS, Method, explain

__all__ = [
    "METHODS",
    "Answer",
    "Gradients",
    "Method",
    "Network",
    "RawMap",
    "Target",
    "Unit",
    "View",
    "Watch",
    "explain",
]
