"""What was measured, for the terminal, for programs and for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np

from training.pages.files import write_text
from training.pages.frame import Section, document
from training.pages.text import plural
from training.quality.judging import Judged, any_flagged
from training.quality.survey import Looks


@dataclass(frozen=True, slots=True, eq=False)
class QualityReport:
    """All figures.

    Parameters
    ----------
    name : str
        Of the data set.
    looks : Looks
        At images as they are.
    judged : sequence of Judged
        One for each finding.
    share : float
        Of ordinary images that a proposed limit flags.
    spoiled : int
        How many images were spoiled.
    made : str
        The command.
    """

    name: str
    looks: Looks
    judged: Sequence[Judged]
    share: float
    spoiled: int
    made: str


def as_json(report: QualityReport) -> Mapping[str, object]:
    """Return every figure."""
    looks = report.looks
    overlaps = looks.overlaps[np.isfinite(looks.overlaps)]
    centre = looks.chroma.mean(axis=0)
    spread = np.cov(looks.chroma.T) if len(looks.chroma) > 1 else np.full((2, 2), np.nan)
    return {
        "made": report.made,
        "name": report.name,
        "images": len(looks.numbers),
        "spoiled_images": report.spoiled,
        "share": report.share,
        "any_finding": any_flagged(looks),
        "chroma": {"centre": _finite(centre), "covariance": [_finite(row) for row in spread]},
        "outline": {
            "masks": len(overlaps),
            "mean_iou": float(overlaps.mean()) if len(overlaps) else None,
            "median_iou": float(np.median(overlaps)) if len(overlaps) else None,
        },
        "findings": {
            str(one.code): {
                "ordinary": one.ordinary,
                "proposed": one.proposed,
                "limit": one.limit,
                "flagged": one.flagged,
                "found_by_mask": one.found,
                "found_spoiled": dict(one.spoiled),
            }
            for one in report.judged
        },
    }


def _finite(
    values: Sequence[float] | np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> list[float | None]:
    return [float(value) if np.isfinite(value) else None for value in values]


def as_text(report: QualityReport) -> str:
    """Return a table for the terminal."""
    lines = [f"{'finding':15} {'limit':>8} {'proposed':>9} {'flagged':>8}  found"]
    lines += [
        f"{one.code:15} {one.limit:8.3g} {one.proposed:9.3g} {one.flagged:8.1%}  {_found(one)}"
        for one in report.judged
    ]
    return "\n".join([*lines, _summary(report)])


def _found(one: Judged) -> str:
    masks = [] if one.found is None else [f"by mask {one.found:.0%}"]
    return "; ".join([*masks, *(f"{label} {share:.0%}" for label, share in one.spoiled.items())])


def _summary(report: QualityReport) -> str:
    overlaps = report.looks.overlaps[np.isfinite(report.looks.overlaps)]
    said = (
        f"{plural(len(report.looks.numbers), 'image')}; at least one finding in "
        f"{any_flagged(report.looks):.1%}."
    )
    if not len(overlaps):
        return said
    return (
        f"{said} Outline against {plural(len(overlaps), 'mask')}: intersection over union "
        f"{overlaps.mean():.2f} on average, median {np.median(overlaps):.2f}."
    )


def write_report(report: QualityReport, *, folder: Path) -> None:
    """Write ``quality.html`` and ``quality.json``.

    Raises
    ------
    ReportNotWritten
        If the folder refuses.
    """
    write_text(folder / "quality.html", _page(report))
    text = json.dumps(as_json(report), indent=2, allow_nan=False)
    write_text(folder / "quality.json", text + "\n")


def _page(report: QualityReport) -> str:
    head = "".join(
        f"<th>{text}</th>" for text in ("Finding", "Limit", "Proposed", "Ordinary flagged", "Found")
    )
    rows = "\n".join(
        f"<tr><th>{one.code}</th><td>{one.limit:.3g}</td><td>{one.proposed:.3g}</td>"
        f"<td>{one.flagged:.1%}</td><td>{'<br>'.join(escape(_found(one)).split('; '))}</td></tr>"
        for one in report.judged
    )
    caption = (
        f"Proposed: the limit that {report.share:.1%} of ordinary images pass, three times as many "
        "that of a lesion cut off. Ordinary: all, or "
        "those whose mask shows no such defect. Found: the share of spoiled images, or of those "
        "whose mask shows the defect, that pass the limit in the program."
    )
    table = (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>'
        f"<caption>{caption}</caption></table></div>"
    )
    return document(
        title=f"Quality of pictures: {report.name}",
        subtitle=report.made,
        sections=[Section("Limits", f"<p>{escape(_summary(report))}</p>{table}")],
    )
