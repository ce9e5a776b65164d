"""Freed memory goes back where the system allows it, and nothing fails where it does not."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys
from collections.abc import Callable

import pytest

from core.memory import keep_large_blocks_apart, return_freed_memory

_KEPT = """
import ctypes
import resource
from pathlib import Path
from core.memory import keep_large_blocks_apart

def size():
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = (ctypes.c_void_p,)
size()  # takes what it needs itself
{first}
before = size()
for _ in range(2):
    library.free(library.malloc(4 << 20))
print(size() - before)
"""
"""A program that says how much of a block that was freed its process keeps."""


def test_it_can_be_asked_at_any_time() -> None:
    return_freed_memory()


@pytest.mark.parametrize("ask", [return_freed_memory, keep_large_blocks_apart])
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_system_without_it_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, platform: str, ask: Callable[[], None]
) -> None:
    def no_library(_: object) -> ctypes.CDLL:
        raise OSError("no C library here")

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", no_library)
    ask()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_a_large_block_goes_back_whenever_it_is_freed() -> None:
    assert _kept_by("keep_large_blocks_apart()") < 1 << 20
    assert _kept_by("") > 1 << 20, "so it would not without"


def _kept_by(first: str) -> int:
    """Return how many bytes a process keeps that does something first."""
    program = [sys.executable, "-c", _KEPT.format(first=first)]
    return int(subprocess.run(program, capture_output=True, text=True, check=True).stdout)
