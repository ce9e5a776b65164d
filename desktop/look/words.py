"""The window's words for numbers and states, in one place so that they are the same everywhere."""

from __future__ import annotations

from desktop.look.entries import EntryState, ImageEntry


def percent(probability: float) -> str:
    """Say a probability in whole percent, but never a rounded 0 % or 100 %: no model is so sure."""
    if probability < 0.005:
        return "under 1 %"
    return "over 99 %" if probability > 0.995 else f"{100 * probability:.0f} %"


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
