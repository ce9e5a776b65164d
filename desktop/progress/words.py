"""What the place "Progress" says."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.progress.wish import Span

TITLE: Final = mark("Progress")
READING: Final = mark("Reading your answers…")
FAILED: Final = mark("Your answers cannot be read")
NOBODY: Final = mark("Who learns?")
BEGIN: Final = mark(
    "Write a name above to begin a profile. Answers are kept under it, on this computer alone; "
    "each profile has its own."
)
NONE_YET: Final = mark("Nothing answered yet")
INVITING: Final = mark(
    "A quiz about the labelled images of an atlas asks for a diagnosis, and how sure you are. From "
    "your answers you see here what you recognise, what you mix up, and whether your confidence "
    "fits."
)
NONE_COUNTED: Final = mark("No answer in this part")
WIDER: Final = mark("Choose a longer time or another atlas, or count everything.")
SPANS: Final = {
    Span.ALL: mark("Of all time"),
    Span.WEEK: mark("Last 7 days"),
    Span.MONTH: mark("Last 30 days"),
    Span.QUARTER: mark("Last 90 days"),
    Span.YEAR: mark("Last 365 days"),
}
PLOTS: Final = mark(
    "Plots: your answers and the model's against the truth, how often right and how much surer "
    "than right over time, and right by how sure"
)
