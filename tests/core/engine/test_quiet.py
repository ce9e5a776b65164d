"""Native chatter is held back, and let out when something fails."""

from __future__ import annotations

import logging
import os

import pytest

from core.engine.quiet import quiet_native_stderr


def test_chatter_goes_to_the_log_and_not_to_the_terminal(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="core.engine.quiet"), quiet_native_stderr():
        os.write(2, b"oneDNN is on\n")
    assert capfd.readouterr().err == ""
    assert "oneDNN is on" in caplog.text
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_a_failure_lets_it_out(capfd: pytest.CaptureFixture[str]) -> None:
    def load() -> None:
        with quiet_native_stderr():
            os.write(2, b"libcudart is missing\n")
            raise ImportError("tensorflow")

    with pytest.raises(ImportError):
        load()
    assert capfd.readouterr().err == "libcudart is missing\n"
