"""What somebody has learnt, on paper: for a supervisor."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable, Image, KeepTogether, Spacer, Table

from core.language import say
from core.learning.progress.scope import EVERYTHING, Scope
from core.model.card import STATEMENT
from core.report.learning_plots import draw_progress, plots_height
from core.report.learning_words import (
    FIRST_MEETINGS,
    Row,
    class_rows,
    confidence_rows,
    confidence_words,
    pair_rows,
    scope_words,
    summary_rows,
)
from core.report.paper import Paper
from core.report.pdf.letterhead import Letterhead
from core.report.pdf.page import Document
from core.report.pdf.style import load_fonts
from core.report.pdf.text import text
from core.report.plot_ground import PlotLook

if TYPE_CHECKING:
    from core.learning.progress.summary import Progress

_GAP: Final = 8  # points
_TALLEST: Final = 560  # points: what fits on the lowest paper, however many diagnoses there are
_PLOTS: Final = PlotLook(
    ground="#ffffff", text="#1a1a1a", quiet="#595959", accent="#2b6cb0",
    width=900, height=0, scale=2,
)  # fmt: skip


def render_progress(
    progress: Progress,
    *,
    name: str,
    names: Mapping[str, str],
    made: date,
    paper: Paper = Paper.A4,
    clinic: str = "",
    scope: Scope = EVERYTHING,
) -> bytes:
    """Set what somebody has learnt.

    Parameters
    ----------
    progress : Progress
        What is told.
    name : str
        Whose.
    names : mapping of str to str
        Of diagnoses, by code.
    made : date
        The day that stands on it.
    paper : Paper
        Its size.
    clinic : str
        Stands above every page.
    scope : Scope
        Which answers the progress is of.

    Returns
    -------
    bytes
        A PDF file. No image of the atlas is in it.
    """
    load_fonts()
    target = io.BytesIO()
    asked = ", ".join(progress.atlases) or say("none yet")
    letterhead = Letterhead(
        made, model=say("Atlas: {names}", names=asked), statement=STATEMENT, clinic=clinic
    )
    document = Document(
        target, paper=paper, letterhead=letterhead, title=say("Lentigo: learning progress")
    )
    content = _content(progress, name, names, scope=scope, width=document.text_width)
    document.build(list(content), canvasmaker=document.numbered)
    return target.getvalue()


def _content(
    progress: Progress, name: str, names: Mapping[str, str], *, scope: Scope, width: float
) -> Iterator[Flowable]:
    yield text(say("Learning progress: {name}", name=name), "title")
    if counted := scope_words(scope):
        yield text(counted, "body")
    yield text(say(FIRST_MEETINGS), "quiet")
    yield _table(summary_rows(progress), width=width)
    yield Spacer(0, _GAP)
    yield _plots(progress, names, width=width)
    yield from _part(say("By diagnosis"), class_rows(progress, names), width=width)
    yield from _part(say("Mixed up most"), pair_rows(progress, names), width=width)
    rows = confidence_rows(progress)
    yield from _part(say("Confidence"), rows, width=width, words=confidence_words(progress))


def _part(title: str, rows: Iterable[Row], *, width: float, words: str = "") -> Iterator[Flowable]:
    found = list(rows)
    content: list[Flowable] = [text(title, "subheading")]
    content += [text(words, "body")] if words else []
    content += [_table(found, width=width)] if found else [text(say("None yet"), "quiet")]
    yield Spacer(0, _GAP)
    yield KeepTogether(content)


def _table(rows: Iterable[Row], *, width: float) -> Table:
    cells = [[text(what, "cell"), text(how, "cell")] for what, how in rows]
    return Table(cells, colWidths=[width * 0.5, width * 0.5], hAlign="LEFT", style=[
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ])  # fmt: skip


def _plots(progress: Progress, names: Mapping[str, str], *, width: float) -> Image:
    look = replace(_PLOTS, height=plots_height(progress, _PLOTS.width))
    drawn = io.BytesIO(draw_progress(progress, names, look))
    scale = min(width / look.width, _TALLEST / look.height)
    return Image(drawn, width=scale * look.width, height=scale * look.height, hAlign="LEFT")
