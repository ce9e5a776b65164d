"""What the model is worth on images that it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.language import again, marked, say
from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import (
    Json,
    entries,
    has_width,
    in_percent,
    ranged,
    section,
    share,
    whole,
)

_FIGURES: Final = {
    "balanced_accuracy": marked("Balanced accuracy"),
    "accuracy": marked("Accuracy"),
    "macro_f1": marked("Macro F1"),
    "melanoma_sensitivity": marked("Melanoma sensitivity"),
    "malignant_auc": marked("Malignant AUC"),
    "ece": marked("Calibration error (ECE)"),
    "brier": marked("Brier score"),
}
_UNITS: Final = {
    "image": marked(
        "In brackets 95 % intervals from redrawn images, and Wilson's where all or none are right."
    ),
    "lesion": marked(
        "In brackets 95 % intervals from redrawn lesions, and Wilson's where all or none are right."
    ),
}
_SUBGROUPS: Final = {
    "without_follow_up": marked("without follow-up nevi"),
    "histopathology_only": marked("histopathology only"),
}


def headline(card: Card) -> tuple[Block, ...]:
    """Give the headline figures, on all images and on the harder ones."""
    metrics = card.metrics
    if not metrics:
        return (Words(say("Not measured yet.")),)
    groups = section(metrics, "subgroups")
    harder = [name for name in _SUBGROUPS if groups.get(name)]
    columns: list[Json] = [metrics, *(groups[name] for name in harder)]
    counts = (say("images"), *(whole(column["n"]) for column in columns))
    rows = [
        (say(title), *(_with_interval(column, name) for column in columns))
        for name, title in _FIGURES.items()
    ]
    heads = ("", say("all images"), *(say(_SUBGROUPS[name]) for name in harder))
    return Grid(heads, (counts, *rows)), Words(_reading(metrics, harder=bool(harder)))


def _reading(metrics: Json, *, harder: bool) -> str:
    said = _source(metrics)
    if not harder:
        return said
    return say(
        "{said} Nevi confirmed only by follow-up are easy and flatter every figure, hence the "
        "other columns.",
        said=said,
    )


def _source(metrics: Json) -> str:
    """Say what the intervals come from."""
    return say(_UNITS.get(metrics["bootstrap"]["unit"], _UNITS["image"]))


def _with_interval(figures: Json, name: str) -> str:
    value = figures[name]["value"] if name == "balanced_accuracy" else figures[name]
    return ranged(value, figures["intervals"].get(name))


def classes(card: Card) -> tuple[Block, ...]:
    """Give the figures of each class against the rest."""
    per_class = section(card.metrics, "per_class")
    rows = []
    for entry in card.classes:
        figures = per_class.get(entry.code)
        if figures:
            cells = (
                ranged(figures[name], figures["intervals"][name], digits=2)
                for name in ("recall", "precision", "auc")
            )
            kind = say("malignant") if entry.malignant else say("benign")
            rows.append((entry.shown_name, kind, whole(figures["n"]), *cells))
    heads = (
        *(say("class"), say("counts as"), say("images")),
        *(say("sensitivity"), say("precision"), say("AUC")),
    )
    return (Grid(heads, tuple(rows)), Words(_source(card.metrics))) if rows else ()


def groups(card: Card) -> tuple[Block, ...]:
    """Give the figures by age, sex and body site."""
    kinds = section(card.metrics, "groups")
    rows = tuple(
        (
            f"{again(kind)}: {again(name)}",
            whole(figures["n"]),
            share(figures["accuracy"]),
            share(figures["balanced_accuracy"]),
            share(figures["melanoma_sensitivity"]),
        )
        for kind, named in kinds.items()
        for name, figures in named.items()
    )
    if not rows:
        return ()
    heads = (
        *(say("group"), say("images"), say("accuracy")),
        *(say("balanced accuracy"), say("melanoma sensitivity")),
    )
    said = say(
        "Skin type is not recorded in the data, so nothing can be said of it. Balanced accuracy "
        "is over the classes that occur in a group."
    )
    return Grid(heads, rows), Words(said)


def operating(card: Card) -> tuple[Block, ...]:
    """Say which specificity is left where so many are found."""
    points = entries(card.metrics, "operating_points")
    rows = tuple(
        (
            say(
                "{share} of {sought}",
                share=share(point["sensitivity"]),
                sought=again(str(point["sought"])),
            ),
            share(point["specificity"]),
            _ends(point["interval"]),
        )
        for point in points
    )
    if not rows:
        return ()
    said = Words(say("Thresholds chosen on the test images: what the curve allows."))
    return Grid((say("to find"), say("specificity"), say("95 % interval")), rows), said


def _ends(pair: Sequence[float] | None) -> str:
    return say("{low:.2f} to {high:.2f}", low=pair[0], high=pair[1]) if has_width(pair) else ""


def probes(card: Card) -> tuple[Block, ...]:
    """Say how far artefacts move its answers."""
    told = entries(card.metrics, "probes")
    names = ("finding_changed", "probability_change", "malignant_change", "malignant_shift")
    rows = tuple(
        (
            again(one["label"]),
            *(in_percent(one[name]["value"], one[name]["interval"]) for name in names),
        )
        for one in told
    )
    if not rows:
        return ()
    heads = (
        *(say("artefact"), say("findings changed"), say("probability")),
        *(say("malignant total"), say("its shift")),
    )
    said = say(
        "In percent, of {images:,} test images with the artefact drawn over them: findings that "
        "changed, mean absolute change of the former finding's probability and of the malignant "
        "total, and the latter's mean change, which is above 0 where the artefact looks malignant. "
        "In brackets 95 % intervals.",
        images=max(one["n"] for one in told),
    )
    return Grid(heads, rows), Words(said)
