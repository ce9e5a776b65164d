"""Whether TensorFlow could find a GPU at all, known without the seconds that its import takes."""

from __future__ import annotations

import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from core.language import say

DRIVERS: Final = (
    Path("/proc/driver/nvidia/version"),
    Path("/dev/dxg"),  # Windows lends its GPU to its Linux
)
"""What exists where an NVIDIA driver is loaded."""


def cuda_problem() -> str | None:
    """Say why TensorFlow will see no GPU; None if it may see one, which only its import tells."""
    if sys.platform != "linux":
        return say("TensorFlow has no GPU support on this system.")
    if not any(path.exists() for path in DRIVERS):
        return say("No NVIDIA driver is loaded.")
    if find_spec("tensorflow") is None or _is_installed("tensorflow-cpu"):
        return say("There is an NVIDIA driver, but no TensorFlow with GPU support is installed.")
    return None


def _is_installed(distribution: str) -> bool:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True
