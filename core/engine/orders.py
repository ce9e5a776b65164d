"""What other threads order of the supervisor: another process, or an end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.engine.backlog import Backlog
    from core.engine.settings import EngineSettings
    from core.errors import LentigoError
    from core.model import DescribedModel


class Orders:
    """Holds the last order till it is obeyed; the backlog never hears of a model from before it.

    Parameters
    ----------
    backlog : Backlog
        Its jobs are to be for the model that was ordered last.
    """

    def __init__(self, backlog: Backlog) -> None:
        self._backlog = backlog
        self._lock = threading.Lock()
        self._settings: EngineSettings | None = None
        self._closing = False

    @property
    def closing(self) -> bool:
        """Whether all is to end."""
        return self._closing

    @property
    def waiting(self) -> bool:
        """Whether the process is to end, for another or for good."""
        return self._closing or self._settings is not None

    def restart(self, settings: EngineSettings) -> None:
        """Order a process with these settings."""
        with self._lock:
            self._settings = settings
            self._backlog.set_model(None)  # at once: no later job may get the former model's error

    def close(self) -> None:
        """Order the end."""
        self._closing = True

    def take(self) -> EngineSettings | None:
        """Return the settings that were ordered, if any, to obey them."""
        with self._lock:
            settings, self._settings = self._settings, None
        return settings

    def tell_backlog(self, model: DescribedModel | LentigoError) -> None:
        """Tell which model there is, or why none; not once another is ordered."""
        with self._lock:
            if self._settings is None:
                self._backlog.set_model(model)
