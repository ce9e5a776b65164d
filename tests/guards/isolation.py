"""Keep tests away from the user's files, settings and screen.

Importing this module does it, because libraries read the environment when they are imported and
`tests/conftest.py` is the first of our own files that pytest loads.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

REAL_HOME = Path.home()
_HOME = Path(tempfile.mkdtemp(prefix="lentigo-tests-"))
_OF_TESTS = frozenset({"LENTIGO_DATA", "LENTIGO_SHOTS", "LENTIGO_SCREEN", "LENTIGO_BUILT"})


def isolated_environment(home: Path) -> dict[str, str]:
    """Return what programs look at to find a user's folders and screen, pointing into `home`."""
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "roaming"),
        "LOCALAPPDATA": str(home / "local"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "XDG_STATE_HOME": str(home / "state"),
        "LENTIGO_LANGUAGE": "en",
        "QT_QPA_PLATFORM": "offscreen",
        "MPLBACKEND": "agg",
        "KERAS_BACKEND": "tensorflow",
        "ORT_DISABLE_TELEMETRY": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }


def settings_of_ours(environment: Mapping[str, str]) -> list[str]:
    """Name the variables that would change how Lentigo behaves; what only tests read is not one."""
    return [name for name in environment if name.startswith("LENTIGO_") and name not in _OF_TESTS]


def remove_home() -> None:
    """Remove the stand-in for the user's home."""
    shutil.rmtree(_HOME, ignore_errors=True)


def _isolate() -> None:
    for name in settings_of_ours(os.environ):
        del os.environ[name]
    os.environ.update(isolated_environment(_HOME))
    if screen := os.environ.get("LENTIGO_SCREEN"):  # a test started an X server for this one
        os.environ.update({"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"})
    (_HOME / "runtime").mkdir(mode=0o700)  # Qt insists on the mode


_isolate()
