"""What the C library of this process has given away; with glibc only."""

from __future__ import annotations

import ctypes
import sys

_FIELDS = (
    *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
    *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
)


class _Told(ctypes.Structure):
    """``struct mallinfo2`` of malloc.h."""

    _fields_ = [(name, ctypes.c_size_t) for name in _FIELDS]  # as ctypes wants it


def in_use_mb() -> float:
    """Return what is in use, in MB of 10**6 bytes; 0 where nobody says.

    Memory of the process beyond that and beyond its code was given back to the allocator, which
    keeps it for later.
    """
    if sys.platform != "linux":
        return 0.0
    try:
        ask = ctypes.CDLL(None).mallinfo2
    except AttributeError:  # another library, or an old one
        return 0.0
    ask.restype = _Told
    told = ask()
    return round(float(told.uordblks + told.hblkhd) / 1e6, 2)
