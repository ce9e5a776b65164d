"""Two faults of Qt for Python that would end or stop the window, and how we live with them.

**Lost references.** PySide6 6.12.0 gives back a reference too many to ``None``, ``True`` and
``False`` when a signal is emitted or a method returns nothing. Under Python 3.11 that ends the
program after some hundred signals ("bool_dealloc"). From Python 3.12 on these objects are immortal
(PEP 683), and PySide6 6.11 does not have the fault.

**Read imports.** To find users of its ``__feature__`` switches, which Lentigo never uses, Qt for
Python reads the source of every module imported after it. That takes time, and it asks
half-imported modules for attributes: pydantic's answer by importing more, and fail now and then.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

_PLENTY: Final = 1 << 40
"""More references than will ever be lost, far fewer than the counter holds."""
_FEATURES: Final = "shibokensupport.feature"
_READER: Final = "_mod_uses_pyside"


def keep_constants() -> None:
    """Give the three objects so many references that they are never freed, as Python 3.12 does."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # takes a moment, which the start has not

    for constant in (None, True, False):
        if sys.getrefcount(constant) < _PLENTY:
            # A reference count is the first field of every object of CPython.
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY


def stop_reading_imports() -> None:
    """Let imports go ahead unread; to be called once Qt for Python is imported."""
    module = sys.modules.get(_FEATURES)
    if module is not None and hasattr(module, _READER):
        setattr(module, _READER, _uses_no_feature)


def _uses_no_feature(_: ModuleType) -> bool:
    return False
