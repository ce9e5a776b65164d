"""The pages say what the analysis says, whole, in order, and nothing that the file knew besides."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE

from core.errors import FileMissing, UnreadableImage, UsageError
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.options import ReportOptions
from core.report.paper import Paper
from core.report.pdf.report import PdfReport
from core.report.report import open_report
from core.report.trust_words import NOVEL
from core.results import Caution
from core.trust.verdicts import QualityFinding
from tests.core.report.answers import answer, picture
from tests.core.tiny import tiny_card
from tests.desktop import fakes

DAY = date(2026, 11, 21)
CARD = fakes.make_card(trust=fakes.make_rules())


def rendered(
    answers: Sequence[Answer], card: Card = CARD, *, paper: Paper = Paper.A4, clinic: str = ""
) -> bytes:
    report = PdfReport(card, made=DAY, paper=paper, clinic=clinic)
    for one in answers:
        report.add(one)
    return report.render()


def pages(pdf: bytes) -> list[str]:
    """Text of each page, on one line."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def trusting(**parts: Any) -> Answer:
    return Answer(Path("a.png"), fakes.make_analysis(CARD, **parts), picture(), "Melanoma")


def test_every_class_stands_there_the_finding_first() -> None:
    (page,) = pages(rendered([answer("lesion.png")], tiny_card()))
    assert page.index("Melanoma, 62 %") < page.index("lesion.png") < page.index("Melanocytic nevus")
    assert "Malignant classes together: 72 %" in page
    for entry in tiny_card().classes:
        assert entry.name in page


def test_every_page_says_what_it_is_and_where_it_stands() -> None:
    broken = Answer(Path("broken.png"), UnreadableImage("It is damaged."), None)
    found = pages(rendered([answer("1.png"), broken, answer("3.png")], clinic="Hautklinik Łódź"))
    assert len(found) == 3
    for number, page in enumerate(found, start=1):
        assert STATEMENT in page
        assert f"Model {CARD.name} {CARD.version}" in page
        assert f"Page {number} of 3" in page
        assert "Hautklinik Łódź" in page
        assert "2026-11-21" in page
    assert "No finding broken.png It is damaged." in found[1]


def test_a_warning_stands_above_the_finding() -> None:
    (page,) = pages(rendered([trusting(novelty=fakes.NOVEL)]))
    assert page.index(NOVEL) < page.index("The model's answer all the same: Melanoma")


def test_remarks_and_details_are_there() -> None:
    dark = QualityFinding("dark", "It is dark: take it again.")
    caution = Caution("edges_not_seen", "Only the middle was seen.")
    one = trusting(quality=(dark,))
    assert not isinstance(one.outcome, Exception)
    one = one._replace(outcome=dataclasses.replace(one.outcome, cautions=(caution,)))
    (page,) = pages(rendered([one]))
    for words in (dark.message, caution.message, "Possible classes", "Certainty"):
        assert words in page
    assert page.count(dark.message) == 1


def test_long_and_hostile_names_stay_on_the_page() -> None:
    name = "<b>" + "x" * 300 + "&amp;.png"
    (page,) = pages(rendered([answer(name)], tiny_card()))
    assert name in page.replace(" ", "")


def test_much_text_goes_on_on_the_next_page() -> None:
    cautions = tuple(Caution("c", f"Remark {number}. " * 12) for number in range(60))
    found = pages(rendered([answer("a.png", cautions=cautions)], tiny_card()))
    assert len(found) > 2
    whole = " ".join(found)
    assert all(f"Remark {number}." in whole for number in range(60))


@pytest.mark.parametrize(("height", "width"), [(2048, 3), (3, 2048), (1, 1), (2048, 2048)])
def test_pictures_of_any_shape_fit(height: int, width: int) -> None:
    shown = answer("a.png")._replace(picture=picture(height=height, width=width))
    found = pages(rendered([shown], tiny_card(), paper=Paper.LETTER))
    assert found[-1].endswith(f"Page {len(found)} of {len(found)}")


@pytest.mark.parametrize("paper", Paper)
def test_paper_has_its_size(paper: Paper) -> None:
    document = pypdfium2.PdfDocument(io.BytesIO(rendered([answer("a.png")], paper=paper)))
    assert document[0].get_size() == pytest.approx(paper.size, abs=0.01)
    document.close()


def test_the_same_answers_are_the_same_bytes() -> None:
    assert rendered([answer("a.png")]) == rendered([answer("a.png")])


def test_the_name_of_the_file_says_what_is_written() -> None:
    for name, begins in (("r.PDF", b"%PDF"), ("r.html", b"<!doctype html>")):
        report = open_report(Path(name), tiny_card(), made=DAY)
        report.add(answer("a.png"))
        assert report.render().startswith(begins)
    with pytest.raises(UsageError, match=r"not r\.docx"):
        open_report(Path("r.docx"), tiny_card(), made=DAY)


def test_a_report_has_the_letterhead_that_was_asked_for(tmp_path: Path) -> None:
    Image.new("RGB", (30, 10), (10, 90, 160)).save(tmp_path / "logo.png")
    options = ReportOptions(clinic="Clinic North", logo=tmp_path / "logo.png", paper=Paper.LETTER)
    counts = []
    for one in (ReportOptions(), options):
        report = open_report(Path("r.pdf"), tiny_card(), made=DAY, options=one)
        report.add(answer("a.png"))
        pdf = report.render()
        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        counts.append([item.type for item in document[0].get_objects()].count(IMAGE))
        document.close()
    assert counts[1] == counts[0] + 1
    assert pages(pdf)[0].startswith("Clinic North")
    gone = ReportOptions(logo=tmp_path / "gone.png")
    with pytest.raises(FileMissing):
        open_report(Path("r.pdf"), tiny_card(), made=DAY, options=gone)
