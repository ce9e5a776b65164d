"""The card as a page: what it says, and that both layouts say the same."""

from __future__ import annotations

import re
from html import unescape

import pytest

from core.report.card.blocks import Grid, Page, Points, Section, Words
from core.report.card.evidence import evidence
from core.report.card.figures import operating
from core.report.card.html import sheet, to_html
from core.report.card.markdown import to_markdown
from core.report.card.numbers import in_percent, ranged, span
from core.report.card.page import card_page
from core.report.card.similar import similar
from core.trust.counts import EvidenceCounts
from tests.core.tiny import tiny_card, tiny_rules
from tests.core.trust.counts import COUNTS

PAGE = Page(
    "A <card>",
    "Not a diagnosis.",
    (
        Section("One", (Grid(("a", "b"), (("1 | 2", "`x<y`"),)), Words("A note: 3 %."))),
        Section("Two", (Points(("First.", "Second.")),)),
    ),
)


def test_a_card_without_anything_measured_claims_nothing() -> None:
    page = card_page(tiny_card(), sha256="ab" * 32)
    titles = [section.title for section in page.sections]
    assert "How its findings turned out" not in titles
    assert "By class" not in titles
    assert "Not measured yet." in to_markdown(page, origin="")
    assert "ab" * 32 in to_markdown(page, origin="")


def test_a_class_that_is_favoured_stands_among_what_can_mislead() -> None:
    plain, favouring = tiny_card(), tiny_card().model_copy(update={"favoured": {"mel": 0.614}})
    told = "Melanoma is favoured: 0.61 is added to its score"
    assert told not in to_markdown(card_page(plain, sha256="ab" * 32), origin="")
    text = to_markdown(card_page(favouring, sha256="ab" * 32), origin="")
    assert told in text.split("## What nobody knows")[1].split("## ")[0]


@pytest.mark.parametrize(
    ("pair", "said"),
    [((0.88, 1.0), "1.00 (0.88 to 1.00)"), ((1.0, 1.0), "1.00"), (None, "1.00")],
)
def test_an_interval_of_no_width_is_none(pair: tuple[float, float] | None, said: str) -> None:
    assert ranged(1.0, pair, digits=2) == said
    percent = said.replace("1.00", "100").replace("0.88", "88")
    assert in_percent(1.0, pair, digits=0) == percent
    assert span({"value": 1.0, "interval": pair}) == percent.replace("100", "100 %", 1)


@pytest.mark.parametrize(
    ("pair", "said"), [((0.88, 1.0), "0.88 to 1.00"), ((1.0, 1.0), ""), (None, "")]
)
def test_nor_has_a_point_of_the_curve_one(pair: tuple[float, float] | None, said: str) -> None:
    point = {"sought": "melanoma", "sensitivity": 0.9, "specificity": 1.0, "interval": pair}
    card = tiny_card().model_copy(update={"metrics": {"operating_points": [point]}})
    table, _ = operating(card)
    assert isinstance(table, Grid)
    assert table.rows[0][-1] == said


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ((-0.004, 0.01), "0 percentage points (0 to 1)"),
        ((-0.002, -0.002), "0 percentage points"),
        (None, "0 percentage points"),
    ],
)
def test_nor_has_the_gain_over_colours_one(pair: tuple[float, float] | None, said: str) -> None:
    one = {"value": 0.5, "interval": None}
    figures = {"n": 9, "embeddings": one, "colours": one, "chance": 0.1}
    told = {
        "count": 10, "n": 9, "per_class": {}, "colours": "histograms",
        "gallery": {"name": "Ours", "images": 9, "lesions": 9},
        "precision": {**figures, "gain": {"value": -0.002, "interval": pair}},
    }  # fmt: skip
    _, words = similar(tiny_card().model_copy(update={"metrics": {"similar": told}}))
    assert isinstance(words, Words)
    assert f"embeddings do {said} better" in words.text


def test_evidence_is_a_table_of_classes_and_bands() -> None:
    table, words = evidence(tiny_card(evidence=COUNTS))
    assert isinstance(table, Grid)
    assert isinstance(words, Words)
    rows = {row[0]: row[1:] for row in table.rows}
    assert table.heads == ("finding", "under 50 %", "50 to 70 %", "70 % and over")
    assert rows["Melanoma"] == ("11 of 15 (48 to 89)", "9 of 18 (29 to 71)", "no evidence")
    assert rows["Melanocytic nevus"][2] == "40 of 40 (91 to 100)"
    harder = rows["Melanocytic nevus, not by follow-up alone"]
    assert harder == ("no evidence", "20 of 22 (72 to 97)", "no evidence")
    assert rows["Dermatofibroma"] == ("no evidence",) * 3
    assert "117 test lesions" in words.text


def test_counts_without_bands_stand_under_any_probability() -> None:
    whole = EvidenceCounts(edges=(), cells=(COUNTS.cells[0]._replace(lesions=20),))
    table = evidence(tiny_card(evidence=whole))[0]
    assert isinstance(table, Grid)
    assert table.heads == ("finding", "any probability")


def test_markdown_escapes_bars_and_says_where_it_is_from() -> None:
    text = to_markdown(PAGE, origin="By hand.")
    assert text.startswith("# A <card>\n\n**Not a diagnosis.**\n\nBy hand.\n\n## One\n\n")
    assert "| 1 \\| 2 | `x<y` |\n\nA note" in text
    assert text.endswith("- First.\n- Second.\n")


def test_html_escapes_all_and_sets_code_apart() -> None:
    html = to_html(PAGE, line="#123456")
    assert "A &lt;card&gt;" in html
    assert "<code>x&lt;y</code>" in html
    assert "<p class=note>A note: 3&nbsp;%.</p>" in html
    assert html.count("<li>") == 2
    assert "#123456" in html
    assert "#abcdef" in sheet(quiet="#abcdef")


def test_both_layouts_have_the_same_words() -> None:
    page = card_page(tiny_card(trust=tiny_rules(), evidence=COUNTS), sha256="ab" * 32)
    shown = unescape(re.sub(r"<[^>]+>", " ", to_html(page, line="#000"))).replace("\u00a0", " ")
    written = re.sub(r"[|`*#]|---|^- ", " ", to_markdown(page, origin=""), flags=re.MULTILINE)
    assert shown.replace("`", " ").split() == written.split()
