from __future__ import annotations

from dataclasses import replace
from functools import partial

from core.errors import BundleMissing, UnsupportedFormat
from core.results import Analysis, Caution
from core.trust.interpretation import Interpretation
from core.trust.verdicts import QualityFinding
from desktop.engine.status import EngineState, EngineStatus, Ready
from desktop.look.entries import EntryState, ImageEntry
from desktop.look.panel_content import PanelContent, Repeat, content_of, explanation_of
from desktop.look.words import images_words
from tests.desktop.fakes import (
    CHOICE,
    IDENTITY,
    KNOWN,
    NOVEL,
    make_analysis,
    make_card,
    make_rules,
)

CARD = make_card()
TRUSTED = make_card(trust=make_rules())
analysed = partial(make_analysis, TRUSTED)
ENTRY = ImageEntry(id=1, source=b"", name="lesion.jpg")


def ready() -> EngineStatus:
    analysis = make_analysis(CARD)
    return EngineStatus(EngineState.READY, Ready(CARD, IDENTITY, analysis.engine, CHOICE))


def test_a_finding_says_all_classes_and_warnings() -> None:
    analysis = make_analysis(CARD, cautions=(Caution("small", "It is small."),))
    content = content_of(replace(ENTRY, analysis=analysis, card=CARD), ready())
    assert (content.headline, content.probability) == ("Melanoma", "62 %")
    assert content.malignant == "Malignant classes together: 75 %"
    assert content.cautions == ("It is small.",)
    assert len(content.rows) == 7
    assert not content.busy


def test_waiting_says_for_what() -> None:
    assert "queue" in content_of(ENTRY, ready()).sentence
    starting = content_of(ENTRY, EngineStatus())
    assert "starting" in starting.sentence
    assert starting.busy


def test_a_failure_says_why_and_what_to_do() -> None:
    failed = replace(ENTRY, state=EntryState.FAILED, error=UnsupportedFormat("No picture."))
    content = content_of(failed, ready())
    assert content.sentence == "No picture."
    assert content.repeat.action == "analyse_again"
    assert not content.rows


def test_without_a_model_the_model_is_what_to_start_again() -> None:
    status = EngineStatus(EngineState.FAILED, error=BundleMissing("There is no model."))
    content = content_of(ENTRY, status)
    assert content.sentence == "There is no model."
    assert content.repeat.action == "restart_engine"
    assert Repeat.NOTHING.action == ""


def test_cancelled_can_be_analysed_again() -> None:
    content = content_of(replace(ENTRY, state=EntryState.CANCELLED), ready())
    assert content.repeat is Repeat.IMAGE


def test_a_class_is_explained_in_words() -> None:
    explanation = explanation_of(CARD, "nv")
    assert explanation.title == "Melanocytic nevus"
    assert "mole" in explanation.words
    assert explanation.also == "Also: Mole, Naevus."


def test_one_is_not_many() -> None:
    assert [images_words(number) for number in (0, 1, 2000)] == [
        "0 images",
        "1 image",
        "2,000 images",
    ]


def finding(analysis: Analysis) -> PanelContent:
    return content_of(replace(ENTRY, analysis=analysis, card=TRUSTED), ready())


def test_how_far_to_believe_it_is_one_line_with_details() -> None:
    content = finding(analysed(others={"nv": 0.35}, novelty=KNOWN))
    assert content.line is not None
    assert content.line.words == "Melanoma or melanocytic nevus."
    assert len(content.details) == 4
    assert content.case_mix == ""
    assert not any(row.doubtful for row in content.rows)


def test_of_an_image_that_shows_no_lesion_every_class_is_doubtful() -> None:
    assert all(row.doubtful for row in finding(analysed(novelty=NOVEL)).rows)


def test_reweighted_probabilities_are_marked() -> None:
    even = Interpretation(prevalence=dict.fromkeys(TRUSTED.codes, 1 / 7))
    assert "re-weighted" in finding(analysed(interpretation=even)).case_mix


def test_remarks_on_the_picture_come_first_but_not_all_at_once() -> None:
    remarks = tuple(QualityFinding(code, f"It is {code}.") for code in ("dark", "far", "blurred"))
    caution = Caution("small", "It is small.")
    content = finding(analysed(quality=remarks, cautions=(caution,)))
    assert content.cautions == (
        "It is dark.", "It is far.", "1 more remark on this picture: see How sure.", "It is small.",
    )  # fmt: skip
    assert content.details[0].words == "It is dark.\nIt is far.\nIt is blurred."


def test_without_rules_there_are_no_details() -> None:
    content = content_of(replace(ENTRY, analysis=make_analysis(CARD), card=CARD), ready())
    assert (content.line, content.details) == (None, ())
