"""Pages become pictures of the size that was asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest

from core.cases.patient_file import PatientFile
from core.cases.records import Patient
from core.report.drawn_pages import DrawnPages
from core.report.options import ReportOptions
from core.report.originals import Originals
from core.report.paper import Paper
from core.report.pdf.patient import render_patient


def content(paper: Paper = Paper.A4) -> bytes:
    empty = PatientFile(Patient(pseudonym="P-1"), (), (), (), (), (), ())
    blank = Originals(lambda _: np.zeros((4, 4, 3), np.uint8))
    options = ReportOptions(paper=paper)
    return render_patient(empty, originals=blank, made=date(2026, 1, 1), options=options)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_page_is_drawn_at_any_width(paper: Paper) -> None:
    with DrawnPages(content(paper)) as pages:
        assert len(pages) == 1
        assert pages.size(0) == pytest.approx(paper.size, abs=0.1)
        small = pages.draw(0, width=300)
        assert small.shape[1] == 300
        assert small.shape[0] == pytest.approx(300 * paper.size[1] / paper.size[0], abs=1)
        assert small[2, 2].tolist() == [255, 255, 255]
        assert small.min() < 100  # words
        assert pages.draw_for(0, dpi=150).shape[1] == pytest.approx(paper.size[0] / 72 * 150, abs=1)
        assert "P-1" in pages.text(0)


def test_several_threads_may_ask_at_once() -> None:
    with DrawnPages(content()) as pages, ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda width: pages.draw(0, width=width), range(200, 220)))
    assert [one.shape[1] for one in drawn] == list(range(200, 220))
