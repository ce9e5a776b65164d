"""The process that runs the network, the queue in front of it, and the runtimes it chooses from.

Importing this package loads no runtime: the window imports the client before it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.engine.request import EngineRequest

if TYPE_CHECKING:
    from core.engine.choice import open_classifier
    from core.engine.client import EngineClient, EngineSettings

__all__ = ["EngineClient", "EngineRequest", "EngineSettings", "open_classifier"]


def __getattr__(name: str) -> object:
    if name == "open_classifier":
        from core.engine.choice import open_classifier

        return open_classifier
    if name in __all__:
        from core.engine import client

        return vars(client)[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
