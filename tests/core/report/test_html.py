"""The page says what the analysis says, and nothing in a file's name can change it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.errors import UnreadableImage
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.html import HtmlReport
from core.report.trust_words import NOVEL
from core.results import Analysis, Caution
from core.trust.interpretation import Interpretation
from core.trust.verdicts import QualityFinding
from tests.core.report.answers import analysis, answer, picture
from tests.core.tiny import tiny_card
from tests.core.trust.counts import COUNTS
from tests.desktop import fakes

CARD = fakes.make_card(trust=fakes.make_rules())


def render_page(answers: Sequence[Answer], card: Card) -> str:
    report = HtmlReport(card)
    for one in answers:
        report.add(one)
    return report.render().decode()


def test_every_class_stands_there_with_its_probability_the_finding_first() -> None:
    page = render_page([answer("lesion.png")], tiny_card())
    assert page.index("<td>Melanoma</td>") < page.index("<td>Melanocytic nevus</td>")
    for text in ("62.0%", "13.0%", "72.0%", "Malignant, in total", "lesion.png", STATEMENT):
        assert text in page
    assert page.count('<td class="bar">') == 7


def test_the_page_fetches_and_runs_nothing() -> None:
    page = render_page([answer("lesion.png")], tiny_card())
    for word in ("<script", "http:", "https:", "<link", "@import"):
        assert word not in page


def test_a_hostile_name_stays_text() -> None:
    page = render_page([answer('<img src=x onerror="alert(1)">.png')], tiny_card())
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_cautions_and_errors_stand_with_their_image() -> None:
    caution = Caution("edges_not_seen", "Only the middle was seen.")
    broken = Answer(Path("broken.png"), UnreadableImage("It is damaged."), None)
    page = render_page([answer("a.png", cautions=(caution,)), broken], tiny_card())
    assert page.index("a.png") < page.index("Only the middle was seen.") < page.index("broken.png")
    assert '<p class="error">It is damaged.</p>' in page


def page_with(analysis: Analysis) -> str:
    return render_page([Answer(Path("a.png"), analysis, picture(), "Melanoma")], CARD)


def test_a_warning_stands_above_the_finding_and_in_its_picture() -> None:
    page = page_with(fakes.make_analysis(CARD, novelty=fakes.NOVEL))
    assert page.index(NOVEL) < page.index('<h2 class="doubtful">Melanoma</h2>')


def test_a_calm_line_stands_below_the_finding_and_the_case_mix_below_the_table() -> None:
    stated = Interpretation(prevalence=dict.fromkeys(CARD.codes, 1 / 7))
    page = page_with(fakes.make_analysis(CARD, others={"nv": 0.35}, interpretation=stated))
    assert page.index("<h2>Melanoma</h2>") < page.index("Melanoma or melanocytic nevus.")
    assert "re-weighted to a stated case mix: actinic keratosis" in page
    assert "re-weighted" not in page_with(fakes.make_analysis(CARD))


def test_remarks_on_the_picture_stand_with_its_cautions() -> None:
    dark = QualityFinding("dark", "It is dark: take it again.")
    assert "It is dark: take it again." in page_with(fakes.make_analysis(CARD, quality=(dark,)))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_it_counts_its_images(count: int) -> None:
    page = render_page([answer(f"{number}.png") for number in range(count)], tiny_card())
    assert f"{count} image" in page
    assert page.count("<article>") == count


def test_how_often_such_findings_were_right_stands_below_the_table() -> None:
    card = fakes.make_card(evidence=COUNTS)
    found = fakes.make_analysis(card, probability=0.6)
    page = render_page([Answer(Path("a.png"), found, picture(), "Melanoma")], card)
    assert "9 were just that (95 % interval 29 to 71 %)" in page
    bare = Answer(Path("a.png"), analysis(), picture(), "Melanoma")
    assert "held-out" not in render_page([bare], tiny_card())
