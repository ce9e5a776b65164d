"""Evidence in words: k of n, what the others were, and a plain no where there is none."""

from __future__ import annotations

from core.report.evidence_rows import evidence_rows
from core.report.evidence_words import (
    UNLIKE,
    band_words,
    evidence_note,
    evidence_sentence,
    group_words,
)
from core.results import Analysis
from core.trust.evidence import Group
from core.trust.interpretation import Interpretation
from core.trust.patient import AgeGroup, Patient
from tests.core.trust.counts import COUNTS, OLD
from tests.desktop.fakes import NOVEL, make_analysis, make_card, make_rules

CARD = make_card(trust=make_rules(), evidence=COUNTS)
RARE = dict.fromkeys(CARD.codes, 0.01) | {"nv": 0.94}


def analysed(
    finding: str = "mel", probability: float = 0.6, *, patient: Patient | None = None,
    prevalence: dict[str, float] | None = None,
) -> Analysis:  # fmt: skip
    wanted = Interpretation(prevalence=prevalence, patient=patient or Patient())
    return make_analysis(CARD, finding=finding, probability=probability, interpretation=wanted)


def test_the_finding_at_its_probability_comes_first_with_what_the_others_were() -> None:
    (row,) = evidence_rows(analysed(), CARD)
    assert (row.title, row.count) == ("Melanoma at 50 to 70 %", "9 of 18")
    assert row.words == (
        "50 % right; 95 % interval 29 to 71 %. The others: melanocytic nevus 6 and benign "
        "keratosis-like lesion 3."
    )
    assert row.share == 0.5


def test_what_is_narrowed_says_only_by_what() -> None:
    rows = evidence_rows(analysed(patient=Patient("back", OLD)), CARD)
    assert [row.title for row in rows[1:]] == [
        "Back", "Aged 70 and over", "Back, aged 70 and over",
    ]  # fmt: skip
    assert rows[1].words == "60 % right; 95 % interval 36 to 80 %."


def test_no_evidence_says_why() -> None:
    rows = evidence_rows(analysed(patient=Patient("face")), CARD)
    assert [(row.title, row.count) for row in rows[1:]] == [
        ("Face", "no evidence"), ("Face, under 70 %", "8 of 15"),
    ]  # fmt: skip
    assert rows[1].words == "Only 3 such lesions were tested; 12 are needed."
    assert (rows[1].share, rows[1].interval) == (None, None)
    (none,) = evidence_rows(analysed("df"), CARD)
    assert none.words == "No such lesion was tested."


def test_what_was_easy_is_never_left_unsaid() -> None:
    (row,) = evidence_rows(analysed("nv", 0.6), CARD)
    assert row.words.endswith(
        "10 were confirmed only by follow-up, which are easy; without them, 20 of 22 (72 to 97 %)."
    )
    surest = evidence_sentence(analysed("nv", 0.95), CARD)
    assert "40 were just that" in surest
    assert surest.endswith(
        "without them, no evidence: only 5 such lesions were tested; 12 are needed."
    )


def test_one_sentence_takes_the_narrowest_group_that_is_evidence() -> None:
    assert evidence_sentence(analysed(patient=Patient("face", OLD)), CARD) == (
        "Of 16 held-out lesions with such a finding (melanoma at 50 to 70 %, aged 70 and over), 9 "
        "were just that (95 % interval 33 to 77 %)."
    )
    assert evidence_sentence(analysed("bkl", 0.4), CARD) == (
        "No evidence on findings like this one (benign keratosis-like lesion under 50 %): Only "
        "2 such lesions were tested; 12 are needed."
    ).replace("Only", "only")


def test_a_stated_case_mix_changes_the_finding_but_not_its_evidence() -> None:
    moved = analysed("mel", 0.6, prevalence=RARE)
    assert moved.finding == "nv"
    assert evidence_rows(moved, CARD) == evidence_rows(analysed(), CARD)


def test_a_picture_unlike_all_others_has_no_evidence_to_lean_on() -> None:
    strange = make_analysis(CARD, probability=0.6, novelty=NOVEL)
    assert evidence_sentence(strange, CARD) == evidence_note(strange, CARD) == UNLIKE


def test_the_note_says_what_was_counted_and_how_it_was_looked_up() -> None:
    assert evidence_note(analysed(), CARD).startswith("Counted on 117 held-out lesions, each once.")
    assert "as calibrated" not in evidence_note(analysed(), CARD)
    assert "as calibrated" in evidence_note(analysed(prevalence=RARE), CARD)


def test_a_card_without_counts_has_nothing_to_say() -> None:
    bare = make_card()
    analysis = make_analysis(bare)
    assert analysis.evidence is None
    assert evidence_rows(analysis, bare) == ()
    assert evidence_sentence(analysis, bare) == evidence_note(analysis, bare) == ""


def test_groups_and_bands_have_names() -> None:
    group = Group("vasc", (0.0, 1.0), "lower extremity", AgeGroup.UNDER_30)
    assert group_words(group, CARD) == "vascular lesion at any probability, leg, aged under 30"
    named = [band_words(band) for band in ((0.0, 0.5), (0.5, 0.7), (0.9, 1.0), (0.0, 1.0))]
    assert named == [
        "under 50 %", "50 to 70 %", "90 % and over", "any probability",
    ]  # fmt: skip
