"""What the model is worth on images that it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import Json, in_percent, plural, ranged, share

_FIGURES: Final = {
    "balanced_accuracy": "Balanced accuracy",
    "accuracy": "Accuracy",
    "macro_f1": "Macro F1",
    "melanoma_sensitivity": "Melanoma sensitivity",
    "malignant_auc": "Malignant AUC",
    "ece": "Calibration error (ECE)",
    "brier": "Brier score",
}
_SUBGROUPS: Final = {
    "without_follow_up": "without follow-up nevi",
    "histopathology_only": "histopathology only",
}


def headline(card: Card) -> tuple[Block, ...]:
    """Give the headline figures, on all images and on the harder ones."""
    metrics = card.metrics
    if not metrics:
        return (Words("Not measured yet."),)
    groups: Json = metrics["subgroups"]  # type: ignore[assignment] # from JSON
    harder = [name for name in _SUBGROUPS if groups.get(name)]
    columns: list[Json] = [metrics, *(groups[name] for name in harder)]
    counts = ("images", *(f"{column['n']:,}" for column in columns))
    rows = [
        (title, *(_with_interval(column, name) for column in columns))
        for name, title in _FIGURES.items()
    ]
    heads = ("", "all images", *(_SUBGROUPS[name] for name in harder))
    return Grid(heads, (counts, *rows)), Words(_reading(metrics, harder=bool(harder)))


def _reading(metrics: Json, *, harder: bool) -> str:
    said = f"In brackets 95 % intervals from redrawn {metrics['bootstrap']['unit']}s."
    if harder:
        said += (
            " Nevi confirmed only by follow-up are easy and flatter every figure, hence the other "
            "columns."
        )
    return said


def _with_interval(figures: Json, name: str) -> str:
    value = figures[name]["value"] if name == "balanced_accuracy" else figures[name]
    return ranged(value, figures["intervals"].get(name))


def classes(card: Card) -> tuple[Block, ...]:
    """Give the figures of each class against the rest."""
    per_class: Json = card.metrics.get("per_class") or {}  # type: ignore[assignment] # from JSON
    rows = []
    for entry in card.classes:
        figures = per_class.get(entry.code)
        if figures:
            cells = (
                ranged(figures[name], figures["intervals"][name], digits=2)
                for name in ("recall", "precision", "auc")
            )
            kind = "malignant" if entry.malignant else "benign"
            rows.append((entry.name, kind, f"{figures['n']:,}", *cells))
    heads = ("class", "counts as", "images", "sensitivity", "precision", "AUC")
    return (Grid(heads, tuple(rows)),) if rows else ()


def groups(card: Card) -> tuple[Block, ...]:
    """Give the figures by age, sex and body site."""
    kinds: Json = card.metrics.get("groups") or {}  # type: ignore[assignment] # from JSON
    rows = tuple(
        (
            f"{kind}: {name}",
            f"{figures['n']:,}",
            share(figures["accuracy"]),
            share(figures["balanced_accuracy"]),
            share(figures["melanoma_sensitivity"]),
        )
        for kind, named in kinds.items()
        for name, figures in named.items()
    )
    if not rows:
        return ()
    heads = ("group", "images", "accuracy", "balanced accuracy", "melanoma sensitivity")
    said = (
        "Skin type is not recorded in the data, so nothing can be said of it. Balanced accuracy "
        "is over the classes that occur in a group."
    )
    return Grid(heads, rows), Words(said)


def operating(card: Card) -> tuple[Block, ...]:
    """Say which specificity is left where so many are found."""
    points: Sequence[Json] = card.metrics.get("operating_points") or ()  # type: ignore[assignment] # from JSON
    rows = tuple(
        (
            f"{share(point['sensitivity'])} of {point['sought']}",
            share(point["specificity"]),
            "{:.2f} to {:.2f}".format(*point["interval"]) if point["interval"] else "",
        )
        for point in points
    )
    if not rows:
        return ()
    said = Words("Thresholds chosen on the test images: what the curve allows.")
    return Grid(("to find", "specificity", "95 % interval"), rows), said


def probes(card: Card) -> tuple[Block, ...]:
    """Say how far artefacts move its answers."""
    told: Sequence[Json] = card.metrics.get("probes") or ()  # type: ignore[assignment] # from JSON
    names = ("finding_changed", "probability_change", "malignant_change", "malignant_shift")
    rows = tuple(
        (one["label"], *(in_percent(one[name]["value"], one[name]["interval"]) for name in names))
        for one in told
    )
    if not rows:
        return ()
    heads = ("artefact", "findings changed", "probability", "malignant total", "its shift")
    images = plural(max(one["n"] for one in told), "test image")
    said = (
        f"In percent, of {images} with the artefact drawn over them: "
        "findings that changed, mean absolute change of the former finding's probability and of "
        "the malignant total, and the latter's mean change, which is above 0 where the artefact "
        "looks malignant. In brackets 95 % intervals."
    )
    return Grid(heads, rows), Words(said)
