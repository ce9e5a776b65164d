"""Journeys use the window as the tests of `desktop` do."""

from __future__ import annotations

from tests.desktop.conftest import make_window, own_cases, speak, window

__all__ = ["make_window", "own_cases", "speak", "window"]
