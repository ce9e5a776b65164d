"""The network in lower precision, beside the one in full, in the engine's process."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from core.errors import LentigoError
from core.logs import Word

if TYPE_CHECKING:
    from core.model import Classifier, DeviceRequest, Runtime
    from core.results import Precision

_log = logging.getLogger(__name__)


class QuickRuntimes:
    """Opens a runtime when it is first asked for; one that does not open is not tried again.

    Parameters
    ----------
    classifier : Classifier
        The network in full precision.
    device : DeviceRequest
        What it was asked to run on.
    """

    def __init__(self, classifier: Classifier, device: DeviceRequest) -> None:
        self._bundle = classifier.bundle
        self._device = device
        self._opened: dict[Precision, Runtime | None] = {}

    def of(self, precision: Precision | None) -> Runtime | None:
        """Return what computes in a precision; None where full precision is to be had instead."""
        if precision is None:
            return None
        if precision not in self._opened:
            self._opened[precision] = self._open(precision)
        return self._opened[precision]

    def _open(self, precision: Precision) -> Runtime | None:
        from core.engine.choice import open_quick

        try:
            return open_quick(self._bundle, precision=precision, device=self._device)
        except LentigoError as error:
            _log.warning("no %s: %s", Word(precision), Word(error.kind))
            return None
