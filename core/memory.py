"""Memory that work left behind goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from typing import Final

_LARGE: Final = 1 << 20
_STORED: Final = 4 << 20
_M_MMAP_THRESHOLD: Final = -3  # of malloc.h
_M_TRIM_THRESHOLD: Final = -1


def return_freed_memory() -> None:
    """Have the C library return what it holds for later; elsewhere than on Linux, do nothing.

    Folding the weights of VGG16 frees some 80 MB in pieces, which glibc would keep until the end;
    and it keeps a store of its own for each thread, all of which grow with pictures that come.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc
            ctypes.CDLL(None).malloc_trim(0)


def keep_large_blocks_apart() -> None:
    """Have blocks from 1 MiB go back to the system when they are freed, in this process.

    glibc begins so, but with each that is freed it takes more, up to 32 MiB, from its stores
    instead, where a few bytes that stay between pictures that went keep the room of all of them.
    Smaller ones, as the pixels of most images are, are still kept for the next, up to 4 MiB at the
    end of each store: with a bound of 256 KiB, reading and fitting them took a fifth longer.
    Elsewhere than with glibc, as on Windows, on macOS and with musl, this does nothing.

    References
    ----------
    ``M_MMAP_THRESHOLD`` and ``M_TRIM_THRESHOLD`` in mallopt(3): setting one of them ends the
    growth of both; https://man7.org/linux/man-pages/man3/mallopt.3.html.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc
            library = ctypes.CDLL(None)
            library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
            library.mallopt(_M_TRIM_THRESHOLD, _STORED)
