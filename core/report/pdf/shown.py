"""A stored image on paper, alone or beside itself with its heat map; and what the colours mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from core.cases.patient_file import PatientFile
from core.cases.records import StoredAnalysis, StoredImage
from core.errors import LentigoError
from core.explain.heatmap import overlay
from core.language import number, say
from core.report.finding_words import is_strange
from core.report.kept_map import draw_map, full_scale_of, has_map
from core.report.options import ReportOptions, ReportPart
from core.report.originals import Originals
from core.report.pdf.picture import picture
from core.report.pdf.text import text
from core.wording import any_of

_COARSEST: Final = 1.0  # points to a pixel
BETWEEN: Final = 1 * mm
"""A picture and its heat map."""
_BAR: Final = 30 * mm
_LEVELS, _THICK = 128, 8  # pixels of it
_NO_PADDING: Final = tuple(
    (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
)


def is_mapped(analysis: StoredAnalysis | None, options: ReportOptions) -> bool:
    """Whether an image is to stand beside itself with its heat map."""
    wanted = {ReportPart.IMAGES, ReportPart.HEAT_MAPS} <= options.parts
    if not wanted or analysis is None or is_strange(analysis):
        return False
    return has_map(analysis.content)


def shown(
    image: StoredImage,
    analysis: StoredAnalysis | None,
    originals: Originals,
    *,
    room: tuple[float, float],
    options: ReportOptions,
) -> Flowable:
    """Set an image into a room of a width and a height in points; its map has such another."""
    try:
        pixels = originals.pixels(image)
    except LentigoError as error:
        return text(error.message, "alarm")
    scale = _scale(pixels, room)
    if analysis is None or not is_mapped(analysis, options):
        return picture(pixels, scale)
    row = [picture(one, scale) for one in (pixels, draw_map(analysis.content, pixels))]
    width = pixels.shape[1] * scale
    table = Table([row], colWidths=[width + BETWEEN, width], hAlign="LEFT")
    table.setStyle(_NO_PADDING)
    return table


def legend(file: PatientFile, options: ReportOptions) -> Iterator[Flowable]:
    """Say once what the colours of all heat maps mean; nothing where there are none."""
    newest = (file.analysis_of(image.id) for image in file.images)
    mapped = [one for one in newest if one is not None and is_mapped(one, options)]
    scales = {full_scale_of(one.content) for one in mapped}
    if not scales:
        return
    words = say(
        "Heat maps: where the model found evidence for its finding (Grad-CAM), from none to {most} "
        "logits and more. They show what the model reacted to, not where a disease is.",
        most=any_of([number(scale, ".1f") for scale in sorted(scales)]),
    )
    levels = np.tile(np.linspace(0, 1, _LEVELS, dtype=np.float32), (_THICK, 1))
    bar = picture(overlay(np.full((*levels.shape, 3), 255, np.uint8), levels), _BAR / _LEVELS)
    table = Table([[bar, text(words, "quiet")]], colWidths=[_BAR + 4 * mm, None], hAlign="LEFT")
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_NO_PADDING])
    yield table


def _scale(pixels: NDArray[np.uint8], room: tuple[float, float]) -> float:
    height, width = pixels.shape[:2]
    return float(min(room[0] / width, room[1] / height, _COARSEST))
