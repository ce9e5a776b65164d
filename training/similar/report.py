"""What similar images are worth, as values for programs and as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from training.evaluation.figures import Figure
from training.pages.text import percent, plural
from training.similar.histograms import BINS
from training.similar.measure import SimilarFigures
from training.similar.precision import COUNT, Precision

_HEADS = ("Diagnosis", "images", "by embedding", "by colour", "by chance")
_NONE = "<p>Not measured: <code>evaluate --similar ATLAS</code> asks an atlas of other lesions.</p>"


def similar_json(found: SimilarFigures) -> Mapping[str, object]:
    """Return what ``report.json`` has under ``similar``."""
    return {
        "count": COUNT,
        "n": found.n,
        "lesions": found.lesions,
        "gallery": {
            "name": found.gallery,
            "images": found.gallery_images,
            "lesions": found.gallery_lesions,
        },
        "colours": f"RGB histogram of {BINS} x {BINS} x {BINS} colours, intersection",
        "precision": {
            "embeddings": _figure(found.embeddings.mean),
            "colours": _figure(found.colours.mean),
            "chance": sum(found.chance[code] for code in found.counts) / len(found.counts),
            "gain": _figure(found.gain),
        },
        "per_class": {
            code: {
                "n": found.counts[code],
                "embeddings": _figure(figure),
                "colours": _figure(found.colours.per_class[code]),
                "chance": found.chance[code],
            }
            for code, figure in found.embeddings.per_class.items()
        },
    }


def similar_section(found: SimilarFigures | None) -> str:
    """Return the section for people, as HTML; a sentence where nothing was measured."""
    if found is None:
        return _NONE
    head = "".join(f"<th>{name}</th>" for name in _HEADS)
    body = "\n".join(_row(cells) for cells in _rows(found))
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        f"<caption>{escape(_caption(found))}</caption></table>"
    )


def _rows(found: SimilarFigures) -> Iterable[tuple[str, ...]]:
    mean = sum(found.chance[code] for code in found.counts) / len(found.counts)
    yield "Mean over diagnoses", f"{found.n:,}", *_both(found, None), percent(mean)
    for code in found.embeddings.per_class:
        yield code, f"{found.counts[code]:,}", *_both(found, code), percent(found.chance[code])


def _both(found: SimilarFigures, code: str | None) -> tuple[str, str]:
    first, second = (_of(one, code) for one in (found.embeddings, found.colours))
    return _words(first), _words(second)


def _of(precision: Precision, code: str | None) -> Figure:
    return precision.mean if code is None else precision.per_class[code]


def _caption(found: SimilarFigures) -> str:
    return (
        f"Share of the {COUNT} most similar lesions that have the diagnosis of the image asked "
        f"about. Searched: {plural(found.gallery_images, 'image')} of "
        f"{plural(found.gallery_lesions, 'lesion')} of {found.gallery}, none of a lesion asked "
        f"about, each by its nearest image. By colour: histograms of {BINS} x {BINS} x {BINS} RGB "
        "colours, by intersection. In brackets 95 % intervals from redrawn lesions."
    )


def _row(cells: tuple[str, ...]) -> str:
    name, *others = (escape(cell) for cell in cells)
    return f"<tr><th>{name}</th>{''.join(f'<td>{cell}</td>' for cell in others)}</tr>"


def _words(figure: Figure) -> str:
    if figure.value is None:
        return "not defined"
    if figure.span is None:
        return percent(figure.value)
    low, high = figure.span
    return f"{percent(figure.value)} ({100 * low:.0f} to {100 * high:.0f})"


def _figure(figure: Figure) -> Mapping[str, object]:
    interval = None if figure.low is None else [figure.low, figure.high]
    return {"value": figure.value, "interval": interval}
