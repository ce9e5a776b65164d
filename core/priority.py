"""Who goes first where processors are scarce."""

from __future__ import annotations

import os
import sys
from typing import Final

_STEPS: Final = 5
_BELOW_NORMAL: Final = 0x4000
"""``BELOW_NORMAL_PRIORITY_CLASS``: a published constant of Windows."""


def give_way() -> None:
    """Let other processes go before this one, above all the window that waits for its answers."""
    if sys.platform == "win32":
        import ctypes

        this_process = ctypes.c_void_p(-1)
        ctypes.windll.kernel32.SetPriorityClass(this_process, _BELOW_NORMAL)
    else:
        os.nice(_STEPS)
