"""The program's first steps."""

from __future__ import annotations

import sys

import pytest

from desktop.__main__ import main


def test_without_a_terminal_words_go_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a program for Windows that opens no terminal."""
    monkeypatch.setattr("core.logs.set_up", lambda: None)  # it is for the whole process
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    sys.stdout.close()
    sys.stderr.close()
