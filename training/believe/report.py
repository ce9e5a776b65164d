"""How far explanations can be believed, as values for programs and as a table for people."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from core.explain.methods import METHODS, Method
from training.believe.figures import Believed, MethodFigures
from training.believe.randomised import STAGES
from training.evaluation.figures import Figure
from training.pages.text import percent

_NAMES = {str(method): METHODS[method].name for method in Method} | {
    "random": "Random blobs",
    "centre": "The middle, always",
}
_HEADS = (
    "Method",
    "points into the lesion",
    "evidence in the lesion",
    "deletion, better than random",
    "insertion, better than random",
    *(f"alike, {stage} scrambled" for stage in STAGES),
)


def explanations_json(believed: Believed) -> dict[str, object]:
    """Return what ``report.json`` has under ``explanations``."""
    hidden = believed.hidden
    return {
        "n": believed.n,
        "lesions": believed.lesions,
        "randomised_n": believed.randomised_n,
        "lesion_area": _figure(believed.area),
        "methods": {name: _method(name, one) for name, one in believed.methods.items()},
        "hidden": {
            "overlap": _figure(hidden.overlap),
            "survives": _figure(hidden.survives),
            "survives_with_mask": _figure(hidden.survives_with_mask),
            "survives_of": {
                code: {"n": count, **_figure(figure)}
                for code, (count, figure) in hidden.survives_of.items()
            },
            "kept": _figure(hidden.kept),
            "stays_without_background": _figure(hidden.without_background),
        },
    }


def _method(name: str, one: MethodFigures) -> dict[str, object]:
    return {
        "name": _NAMES[name],
        "pointing_game": _figure(one.pointing),
        "energy_inside": _figure(one.energy),
        "deletion": _figure(one.deletion),
        "insertion": _figure(one.insertion),
        "deletion_gain": _figure(one.deletion_gain),
        "insertion_gain": _figure(one.insertion_gain),
        "randomised": {stage: _figure(figure) for stage, figure in one.randomised.items()},
        "peak": one.peak,
        "empty": one.empty,
    }


def _figure(figure: Figure) -> dict[str, object]:
    interval = None if figure.low is None else [figure.low, figure.high]
    return {"value": figure.value, "interval": interval}


def explanations_section(believed: Believed | None) -> str:
    """Return the part of the page, as HTML; a sentence where nothing was measured."""
    if believed is None:
        return "<p>Not measured: <code>--masks</code> and <code>--methods</code> ask for it.</p>"
    heads = "".join(f"<th>{escape(head)}</th>" for head in _HEADS)
    rows = "\n".join(
        f"<tr><th>{escape(_NAMES[name])}</th>{''.join(_cells(one))}</tr>"
        for name, one in believed.methods.items()
    )
    return (
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
        f"<caption>{_caption(believed)}</caption></table>\n"
        f"<p>{_hidden_words(believed)}</p>"
    )


def _cells(one: MethodFigures) -> Iterator[str]:
    for figure in (one.pointing, one.energy):
        yield _cell(figure, share=True)
    for figure in (one.deletion_gain, one.insertion_gain):
        yield _cell(figure, share=False)
    for stage in STAGES:
        yield _cell(one.randomised[stage], share=False) if stage in one.randomised else "<td>-</td>"


def _cell(figure: Figure, *, share: bool) -> str:
    if figure.value is None:
        return "<td>not defined</td>"
    value = percent(figure.value) if share else f"{figure.value:z.2f}"
    if figure.span is None:
        return f"<td>{value}</td>"
    low, high = figure.span
    below = f"{100 * low:.0f} to {100 * high:.0f} %" if share else f"{low:z.2f} to {high:z.2f}"
    return f"<td>{value}<small>{below}</small></td>"


def _caption(believed: Believed) -> str:
    return (
        f"Of the findings of {believed.n:,} drawn images of {believed.lesions:,} lesions, with "
        f"95 % intervals. Lesions cover {_percent(believed.area)} of what the network sees: so "
        "often does pointing anywhere hit. Deletion and insertion hide, or show, a tenth of the "
        "image at a time, the hottest first; the figure is how much better than random blobs that "
        "is, in mean probability. Alike is the rank correlation with the map of a network whose "
        "weights were scrambled from the top (the first "
        f"{believed.randomised_n:,} images): a map that shows what was learned has little of it."
    )


def _hidden_words(believed: Believed) -> str:
    hidden = believed.hidden
    return (
        f"With the lesion painted over, as Lentigo finds it (overlap with the masks "
        f"{_number(hidden.overlap)}), {_percent(hidden.survives)} of findings survive; with the "
        f"masks' own, {_percent(hidden.survives_with_mask)}. With all but the lesion painted over, "
        f"{_percent(hidden.without_background)} stay."
    )


def _percent(figure: Figure) -> str:
    return "an undefined share" if figure.value is None else percent(figure.value)


def _number(figure: Figure) -> str:
    return "not defined" if figure.value is None else f"{figure.value:.2f}"
