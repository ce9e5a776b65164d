"""How the user looks at two visits."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """Ways to see two images; the value is the end of its action's id."""

    SIDE = "side"
    BLINK = "blink"
    SWIPE = "swipe"


class Tool(StrEnum):
    """What drawing a line is for; the value is the end of its action's id."""

    NONE = ""
    MEASURE = "measure"
    SCALE = "scale"
