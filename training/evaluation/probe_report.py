"""Artefact probes as values for programs, and as a table for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from training.evaluation.figures import Figure
from training.evaluation.probes import Probe
from training.pages.text import percent

_NONE = "<p>Not asked: <code>evaluate --probes</code> draws artefacts over these images.</p>"
_CAPTION = (
    "Each image was asked about again with the artefact drawn over it. Probability: mean absolute "
    "change of that of the former finding, in percentage points. Malignant: mean absolute change "
    "of the malignant total; shift: its mean change, above 0 where the artefact looks malignant. "
    "Below each value its 95 % interval from redrawn lesions."
)


def probes_json(probes: Sequence[Probe]) -> list[Mapping[str, object]]:
    """Return what ``report.json`` has under ``probes``."""
    return [
        {
            "artefact": str(one.name),
            "degree": one.degree,
            "label": one.label,
            "n": one.n,
            "finding_changed": _figure(one.changed),
            "probability_change": _figure(one.moved),
            "malignant_change": _figure(one.malignant),
            "malignant_shift": _figure(one.shift),
        }
        for one in probes
    ]


def probes_table(probes: Sequence[Probe]) -> str:
    """Return a table for people, as HTML; a sentence where nothing was asked."""
    if not probes:
        return _NONE
    titles = ("Artefact", "Images", "Finding changed", "Probability", "Malignant", "Shift")
    head = "".join(f"<th>{title}</th>" for title in titles)
    rows = "\n".join(_row(one) for one in probes)
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
        f"<caption>{_CAPTION}</caption></table>"
    )


def _row(one: Probe) -> str:
    cells = (
        _cell(percent(one.changed.value or 0), one.changed),
        *(_cell(_points(figure.value), figure) for figure in (one.moved, one.malignant)),
        _cell(f"{100 * (one.shift.value or 0):+z.1f}", one.shift),
    )
    return f"<tr><th>{escape(one.label)}</th><td>{one.n:,}</td>{''.join(cells)}</tr>"


def _points(value: float | None) -> str:
    return f"{100 * (value or 0):.1f}"


def _cell(words: str, figure: Figure) -> str:
    if figure.span is None:
        return f"<td>{words}</td>"
    low, high = figure.span
    return f"<td>{words}<small>{100 * low:z.1f} to {100 * high:z.1f}</small></td>"


def _figure(figure: Figure) -> Mapping[str, object]:
    interval = None if figure.low is None else [figure.low, figure.high]
    return {"value": figure.value, "interval": interval}
