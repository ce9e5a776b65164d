"""Freed memory goes back where the system allows it, and nothing fails where it does not."""

from __future__ import annotations

import ctypes
import sys

import pytest

from core.memory import return_freed_memory


def test_it_can_be_asked_at_any_time() -> None:
    return_freed_memory()


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_system_without_it_is_no_failure(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    def no_library(_: object) -> ctypes.CDLL:
        raise OSError("no C library here")

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", no_library)
    return_freed_memory()
