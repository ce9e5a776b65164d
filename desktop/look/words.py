"""The window's words for numbers and states, in one place so that they are the same everywhere."""

from __future__ import annotations

from core.wording import percent
from desktop.look.entries import EntryState, ImageEntry


def caption(entry: ImageEntry) -> str:
    """Say in a few words how it stands with an image."""
    if entry.analysis is not None:
        return (
            f"{entry.finding_name} {percent(entry.analysis.probabilities[entry.analysis.finding])}"
        )
    return {
        EntryState.FAILED: "No finding",
        EntryState.CANCELLED: "Not analysed",
    }.get(entry.state, "Waiting…")


def finding_percent(entry: ImageEntry) -> str:
    """Say the probability of the finding; nothing where there is none."""
    if entry.analysis is None:
        return ""
    return percent(entry.analysis.probabilities[entry.analysis.finding])


def spoken(entry: ImageEntry) -> str:
    """Say an image and its state in one sentence, for screen readers and tooltips."""
    reason = f": {entry.error.message}" if entry.error is not None else ""
    return f"{entry.name}. {caption(entry)}{reason}"


def counted(number: int, *, one: str = "image", many: str = "images") -> str:
    """Join a number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
