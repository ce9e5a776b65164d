"""How long tests of the window wait: long enough for a machine that is busy with something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

PATIENCE_MS: Final = 120_000
"""What a wait may take before it fails; only a test that fails ever waits so long."""


class PatientBot(QtBot):
    """The bot of pytest-qt without its five seconds, which say more about the machine."""

    def waitUntil(  # noqa: N802  # pytest-qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        """Wait until something is true, or asserts nothing false."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802  # pytest-qt's name
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        """Wait until a signal comes."""
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Return the bot with which a test waits."""
    del qapp
    return PatientBot(request)
