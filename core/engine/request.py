"""Which runtime the user wants. Imported by the window before it shows, so it needs nothing."""

from __future__ import annotations

from enum import StrEnum


class EngineRequest(StrEnum):
    """Which runtime the user wants."""

    AUTO = "auto"
    TENSORFLOW = "tensorflow"
    ONNXRUNTIME = "onnxruntime"
