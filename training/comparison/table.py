"""The comparison as values, as Markdown and as a plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas

from training.comparison.judged import Judged
from training.comparison.paired import Paired
from training.evaluation.figures import Figure
from training.pages.drawing import ACCENT, QUIET
from training.pages.text import plural

_HEADS = (
    "network", "weights", "trained", "input", "epochs", "s/epoch", "balanced accuracy",
    "without follow-up", "accuracy", "melanoma sensitivity", "malignant AUC", "ECE",
)  # fmt: skip
_ABOUT = ("architecture", "weights", "trained", "size", "epochs", "seconds")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One run of the comparison.

    Parameters
    ----------
    judged : Judged
        The run.
    paired : Paired, optional
        Against the best; None for the best itself.
    p : float, optional
        Its p value, adjusted for the number of comparisons.
    random : Judged, optional
        The same experiment on a split that tears lesions apart.
    """

    judged: Judged
    paired: Paired | None = None
    p: float | None = None
    random: Judged | None = None


def balanced(report: Mapping[str, Any]) -> Figure:
    """Balanced accuracy of a report."""
    found = report["balanced_accuracy"]
    return Figure(found["value"], found["low"], found["high"])


def as_json(lines: Sequence[Line]) -> dict[str, object]:
    """Everything, as plain values."""
    return {"images": len(lines[0].judged.images), "runs": [_json(line) for line in lines]}


def _json(line: Line) -> dict[str, object]:
    report = line.judged.report
    figures = {name: report[name] for name in _FIGURES}
    return {
        "name": line.judged.name,
        **dict(line.judged.about),
        **figures,
        "against_best": line.paired
        and {
            "difference": line.paired.difference.value,
            "interval": [line.paired.difference.low, line.paired.difference.high],
            "only_best": line.paired.only_first,
            "only_this": line.paired.only_second,
            "p": line.p,
        },
        "random_split": line.random and line.random.report["balanced_accuracy"],
    }


_FIGURES = (
    "n", "balanced_accuracy", "accuracy", "melanoma_sensitivity", "malignant_auc", "ece", "brier",
)  # fmt: skip


def as_markdown(lines: Sequence[Line]) -> str:
    """Write the comparison as a table, and the paired tests below it."""
    found = [_row(line) for line in lines]
    told = [any(cells) for cells in zip(*found, strict=True)]  # of models, little is
    heads = ["experiment", *_HEADS]
    rows = [list(compress(row, told)) for row in (heads, ["---"] * len(heads), *found)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    parts = (table, _tests(lines), _measured_on(lines), _random(lines))
    return "\n\n".join(part for part in parts if part) + "\n"


def _row(line: Line) -> list[str]:
    report = line.judged.report
    without = (report["subgroups"].get("without_follow_up") or {}).get("balanced_accuracy")
    about = [line.judged.about.get(name, "") for name in _ABOUT]
    return [
        line.judged.name,
        *about,
        _with_interval(balanced(report)),
        "" if without is None else f"{without['value']:.3f}",
        f"{report['accuracy']:.3f}",
        _maybe(report["melanoma_sensitivity"]),
        _maybe(report["malignant_auc"]),
        f"{report['ece']:.3f}",
    ]


def _with_interval(figure: Figure) -> str:
    if figure.value is None:
        return "-"
    if figure.span is None:
        return f"{figure.value:z.3f}"
    low, high = figure.span
    return f"{figure.value:z.3f} ({low:z.3f} to {high:z.3f})"


def _maybe(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _tests(lines: Sequence[Line]) -> str:
    best = lines[0].judged.name
    rows = [
        f"| {line.judged.name} | {_with_interval(line.paired.difference)} | "
        f"{line.paired.only_first} | {line.paired.only_second} | {_p(line.p)} |"
        for line in lines
        if line.paired is not None
    ]
    if not rows:
        return ""
    head = (
        f"Against {best}, on the same images: difference of the balanced accuracies (95 % interval "
        "of redrawn lesions), images that only one of the two found, and McNemar's exact test on "
        "accuracy, adjusted for the number of comparisons (Holm).\n\n"
        f"| experiment | difference | only {best} | only this | p |\n{_rule(5)}"
    )
    return "\n".join([head, *rows])


def _measured_on(lines: Sequence[Line]) -> str:
    if len({line.judged.images for line in lines}) == 1:
        return ""
    each = "; ".join(
        f"{line.judged.name} on {plural(len(line.judged.images), 'image')} of "
        f"{plural(len(line.judged.report['per_class']), 'class', nouns='classes')}"
        for line in lines
    )
    return f"Measured on different images, so no test tells them apart: {each}."


def _p(value: float | None) -> str:
    return "-" if value is None else "< 0.001" if value < 0.001 else f"{value:.3f}"


def _random(lines: Sequence[Line]) -> str:
    rows = [
        f"| {line.judged.name} | {_with_interval(balanced(line.judged.report))} | "
        f"{_with_interval(balanced(line.random.report))} |"
        for line in lines
        if line.random is not None
    ]
    if not rows:
        return ""
    head = (
        "What a random split would have claimed: images of one lesion on both sides.\n\n"
        f"| experiment | lesions kept together | images drawn at random |\n{_rule(3)}"
    )
    return "\n".join([head, *rows])


def _rule(columns: int) -> str:
    return f"|{' --- |' * columns}"


def draw(lines: Sequence[Line], path: Path) -> None:
    """Draw balanced accuracies with their intervals into a PNG file, the best on top."""
    canvas = Canvas(figsize=(8, 0.8 + 0.36 * len(lines)), layout="constrained")
    FigureCanvasAgg(canvas)
    axes = canvas.subplots()
    for place, line in enumerate(reversed(lines)):
        figure = balanced(line.judged.report)
        if figure.span is not None:
            axes.hlines(place, *figure.span, color=ACCENT, linewidth=2)
        axes.plot(figure.value or 0.0, place, "o", color=ACCENT)
        if line.random is not None:
            claimed = balanced(line.random.report).value or 0.0
            axes.plot(claimed, place, "x", color=QUIET)
    axes.set_yticks(range(len(lines)), [line.judged.name for line in reversed(lines)])
    axes.set(xlabel="balanced accuracy, 95 % interval (x: claimed on a random split)", xlim=(0, 1))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="x", color="#d9e2ec")
    canvas.savefig(path, dpi=120, metadata={"Software": None})
