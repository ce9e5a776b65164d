"""A fault of Qt for Python that would slow or stop the start, and how we live with it.

To find users of its ``__feature__`` switches, which Lentigo never uses, Qt for Python reads the
source of every module imported after it. That takes time, and it asks half-imported modules for
attributes: pydantic's answer by importing more, and fail now and then.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

_FEATURES: Final = "shibokensupport.feature"
_READER: Final = "_mod_uses_pyside"


def stop_reading_imports() -> None:
    """Let imports go ahead unread; to be called once Qt for Python is imported."""
    module = sys.modules.get(_FEATURES)
    if module is not None and hasattr(module, _READER):
        setattr(module, _READER, _uses_no_feature)


def _uses_no_feature(_: ModuleType) -> bool:
    return False
