"""The runtimes that execute a bundle's network, and the choice between them."""

from __future__ import annotations

from core.engine.choice import open_classifier

__all__ = ["open_classifier"]
