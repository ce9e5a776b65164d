"""What a user can wish for where there are few ways: the values that settings remember."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class ThemeChoice(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class LanguageWish(StrEnum):
    """What the window should speak; but for the first equal to `core.language.OFFERED`."""

    SYSTEM = "system"
    ENGLISH = "en"
    INDONESIAN = "id"


class DeviceWish(StrEnum):
    """What the network should run on; equal to `core.model.DeviceRequest`, which costs more."""

    AUTO = "auto"
    CPU = "cpu"
    GPU = "gpu"


class HeatColours(StrEnum):
    """The colour maps; equal to `core.explain.heatmap.ColourMap`, whose module needs numpy."""

    VIRIDIS = "viridis"
    CIVIDIS = "cividis"
    INFERNO = "inferno"
    MAGMA = "magma"


class HeatMethod(StrEnum):
    """The ways to explain; equal to `core.explain.methods.Method`, whose module needs numpy."""

    GRAD_CAM = "grad-cam"
    GRAD_CAM_PLUS_PLUS = "grad-cam++"
    LAYER_CAM = "layer-cam"
    SCORE_CAM = "score-cam"
    SMOOTH_GRAD = "smooth-grad"
    OCCLUSION = "occlusion"


class PaperWish(StrEnum):
    """What reports are printed on; but for the first equal to `core.report.paper.Paper`."""

    SYSTEM = "system"
    A4 = "a4"
    LETTER = "letter"


METHOD_NAMES: Final = {
    HeatMethod.GRAD_CAM: "Grad-CAM",
    HeatMethod.GRAD_CAM_PLUS_PLUS: "Grad-CAM++",
    HeatMethod.LAYER_CAM: "LayerCAM",
    HeatMethod.SCORE_CAM: "Score-CAM",
    HeatMethod.SMOOTH_GRAD: "SmoothGrad",
    HeatMethod.OCCLUSION: "Occlusion",
}
