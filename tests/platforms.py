"""What some systems lack: marks for the tests that need it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pytest

WINDOWS: Final = sys.platform == "win32"

needs_signals = pytest.mark.skipif(WINDOWS, reason="sends POSIX signals")
needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
needs_devices = pytest.mark.skipif(WINDOWS, reason="Windows has neither pipes nor devices as files")
needs_bounds = pytest.mark.skipif(sys.platform != "linux", reason="bounds memory as Linux does")
needs_display_server = pytest.mark.skipif(sys.platform != "linux", reason="needs an X server")
