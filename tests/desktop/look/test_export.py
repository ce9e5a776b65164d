from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE
from PySide6.QtCore import QSizeF
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from core.model.conclusion import with_hidden
from core.report.evidence_words import UNLIKE
from core.report.options import ReportOptions
from core.report.paper import Paper
from core.trust.interpretation import Interpretation
from desktop.application import make_application
from desktop.look.export import Exporter
from desktop.look.leaving import Leaving
from desktop.look.printed_page import page_of
from desktop.look.shown import Shown, write_png
from desktop.look.thumbnails import THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH, thumbnail, to_qimage
from desktop.shell.background import Background
from tests.core.trust.counts import COUNTS
from tests.desktop.fakes import (
    NOVEL,
    make_analysis,
    make_card,
    make_hidden,
    make_picture,
    make_rules,
)

CARD = make_card()
LETTER = ReportOptions(paper=Paper.LETTER)


@pytest.fixture
def shown() -> Shown:
    return Shown(
        name="a <b> lesion.jpeg",
        picture=make_picture(),
        analysis=make_analysis(CARD),
        card=CARD,
        code="mel",
        colours="viridis",
        opacity=0.7,
        leaving=Leaving("ab" * 32),
    )


@pytest.fixture
def exporter(qtbot: QtBot) -> Iterator[Exporter]:
    del qtbot
    make_application()
    background = Background()
    yield Exporter(background)
    background.close()


def test_a_saved_picture_has_its_legend_below(
    exporter: Exporter, shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / shown.file_name
    assert path.name == "a <b> lesion.mel.heatmap.png"
    with qtbot.waitSignal(exporter.said):
        exporter.save(shown, path)
    with Image.open(path) as saved:
        assert saved.width == 64
        assert saved.height > 48


def test_a_saved_report_shows_what_is_on_the_screen(
    exporter: Exporter, shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(exporter.said):
        exporter.save_report(replace(shown, code="nv"), tmp_path / "nv.pdf", options=LETTER)
    with qtbot.waitSignal(exporter.said):
        exporter.save_report(shown, tmp_path / "mel.pdf", options=LETTER)
    texts, pictures = zip(*(read(tmp_path / f"{name}.pdf") for name in ("nv", "mel")), strict=True)
    assert texts[0] == texts[1]
    assert "Melanoma, " in texts[0]
    assert shown.name in texts[0]
    assert pictures[0][0] == pictures[1][0]
    assert pictures[0][1] != pictures[1][1]


def read(pdf: Path) -> tuple[str, list[bytes]]:
    """Text of the first page, and its pictures' bytes."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = " ".join(page.get_textpage().get_text_bounded().split())
    pictures = [bytes(one.get_data()) for one in page.get_objects() if one.type == IMAGE]
    document.close()
    return text, pictures


def test_what_cannot_be_saved_is_said(
    exporter: Exporter, shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with qtbot.waitSignal(exporter.failed):
        exporter.save_report(shown, tmp_path / "file" / "below.pdf", options=LETTER)
    with qtbot.waitSignal(exporter.failed) as failed:
        exporter.save(shown, tmp_path / "file" / "below.png")
    assert "cannot be written" in failed.args[0]


def test_a_page_carries_all_classes_and_the_statement(shown: Shown, qtbot: QtBot) -> None:
    del qtbot
    make_application()
    image = to_qimage(shown.picture.pixels)
    page = page_of(shown, image, size=QSizeF(400, 600))
    words = page.toPlainText()
    assert "a <b> lesion.jpeg" in words
    assert "not a medical device" in words
    for entry in CARD.classes:
        assert entry.name in words
    assert page.pageCount() == 1


def test_a_page_says_how_far_to_believe_it(shown: Shown, qtbot: QtBot) -> None:
    del qtbot
    make_application()
    card = make_card(trust=make_rules(), evidence=COUNTS)
    stated = Interpretation(prevalence=dict.fromkeys(card.codes, 1 / 7))
    strange = make_analysis(card, novelty=NOVEL, interpretation=stated)
    image = to_qimage(shown.picture.pixels)
    page = page_of(replace(shown, analysis=strange, card=card), image, size=QSizeF(400, 600))
    words = page.toPlainText()
    assert words.index("do not rely on the finding") < words.index("Melanoma")
    assert "re-weighted to a stated case mix: actinic keratosis" in words
    assert UNLIKE in words
    assert page.pageCount() == 1
    usual = replace(shown, analysis=make_analysis(card, probability=0.6), card=card)
    page = page_of(usual, image, size=QSizeF(400, 600))
    assert "9 were just that" in page.toPlainText()


def test_a_page_warns_of_a_finding_that_does_not_need_its_lesion(
    shown: Shown, qtbot: QtBot
) -> None:
    del qtbot
    make_application()
    image = to_qimage(shown.picture.pixels)
    stays = make_hidden(CARD, without_lesion={"mel": 0.6})
    for hidden, warned in ((stays, True), (make_hidden(CARD), False)):
        checked = replace(shown, analysis=with_hidden(shown.analysis, hidden))
        words = page_of(checked, image, size=QSizeF(400, 600)).toPlainText()
        assert ("the same with the lesion painted over" in words) == warned


@pytest.mark.parametrize("height", [560, 620, 700])
def test_the_picture_gives_way_so_that_the_statement_stays_on_the_page(
    shown: Shown, qtbot: QtBot, height: int
) -> None:
    del qtbot
    make_application()
    card = make_card(trust=make_rules())
    stated = Interpretation(prevalence=dict.fromkeys(card.codes, 1 / 7))
    moved = replace(shown, analysis=make_analysis(card, interpretation=stated), card=card)
    tall = to_qimage(make_picture(height=64, width=64).pixels)
    assert page_of(moved, tall, size=QSizeF(480, height)).pageCount() == 1


def test_a_saved_picture_says_that_it_shows_no_lesion(shown: Shown, tmp_path: Path) -> None:
    strange = replace(shown, analysis=make_analysis(CARD, novelty=NOVEL))
    for one, name in ((shown, "plain.png"), (strange, "strange.png")):
        write_png(one, tmp_path / name)
    with Image.open(tmp_path / "plain.png") as plain, Image.open(tmp_path / "strange.png") as saved:
        assert saved.height > plain.height
        assert "do not rely on the finding" in saved.info["Description"]


def test_printing_to_a_file(exporter: Exporter, shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    with qtbot.waitSignal(exporter.said):
        exporter.print(replace(shown, code="nv"), printer)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_a_thumbnail_keeps_proportions_and_bounds() -> None:
    small = thumbnail(make_picture(height=1500, width=2000).pixels)
    assert (small.width(), small.height()) == (THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT)
    tall = thumbnail(make_picture(height=2000, width=100).pixels)
    assert tall.height() == THUMBNAIL_HEIGHT
    assert tall.width() < 12
