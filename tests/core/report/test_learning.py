"""Progress in words, plots and tables."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PIL import Image

from core.learning.progress.scope import Scope
from core.learning.progress.summary import progress_of
from core.report.drawn_pages import DrawnPages
from core.report.learning_plots import draw_progress, plots_height
from core.report.learning_table import COLUMNS, learning_csv
from core.report.learning_words import confidence_words, pair_rows, scope_words, summary_rows
from core.report.paper import Paper
from core.report.pdf.learning import render_progress
from core.report.plot_ground import PlotLook
from tests.core.learning.answers import START, answer

LOOK = PlotLook(
    ground="#102030", text="#ffffff", quiet="#a0a0a0", accent="#00b0a0",
    width=800, height=600, scale=1,
)  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 45])
def test_plots_have_the_size_and_the_ground_that_they_are_to_have(count: int) -> None:
    answers = [answer("mel", "nv", number=number, finding="mel") for number in range(count)]
    drawn = Image.open(io.BytesIO(draw_progress(progress_of(answers, START), {}, LOOK)))
    pixels = np.asarray(drawn.convert("RGB")).reshape(-1, 3)
    assert drawn.size == (800, 600)
    assert pixels[0].tolist() == [0x10, 0x20, 0x30]
    has_points = (pixels == [0x00, 0xB0, 0xA0]).all(axis=1).any()
    assert has_points == (count > 0)


@pytest.mark.parametrize(
    ("confidence", "right", "words"),
    [
        ((0.6, 0.6), (12, 8), "Confidence fits"),
        ((0.95, 0.95), (10, 10), "Too sure: by 45 points of 100"),
        ((0.2, 0.2), (20, 0), "Not sure enough: by 80 points of 100"),
        ((0.2, 0.8), (20, 0), "says little"),
    ],
)
def test_confidence_is_judged_bin_by_bin(
    confidence: tuple[float, float], right: tuple[int, int], words: str
) -> None:
    """Half of the answers with one confidence, half with the other: the first so often right."""
    hits = [True] * right[0] + [False] * right[1]
    answers = [
        answer("mel", "mel" if hit else "nv", number=number, confidence=confidence[not hit])
        for number, hit in enumerate(hits)
    ]
    if words == "says little":  # unsure and always right, sure and never
        answers += [
            answer("mel", "nv", number=number, confidence=0.8) for number in range(100, 120)
        ]
    assert words in confidence_words(progress_of(answers, START))


def test_names_are_those_of_the_atlas_else_ours_else_codes() -> None:
    progress = progress_of([answer("mel", "xyz"), answer("nv", "own", number=2)], START)
    pairs = [what for what, _ in pair_rows(progress, {"own": "Something of ours"})]
    assert pairs == ["Melanoma and xyz", "Melanocytic nevus and something of ours"]


def test_only_what_there_is_is_told() -> None:
    told = dict(summary_rows(progress_of([answer("mel", "mel")], START)))
    assert told["Right at first sight"] == "1 of 1; too few to tell"
    assert "Too late" not in told
    assert "The model about the same images" not in told


def test_a_table_has_a_row_for_each_answer_and_no_formulas() -> None:
    answers = [
        answer("mel", "nv", lesion="=1+1", finding="mel"),
        answer("mel", "", lesion="=1+1", day=1, late=True),
    ]
    rows = list(csv.DictReader(learning_csv(answers).decode().splitlines()))
    assert [tuple(row) for row in rows] == [COLUMNS, COLUMNS]
    first, second = rows
    assert first["lesion"] == "'=1+1"
    assert (first["first_meeting"], second["first_meeting"]) == ("true", "false")
    assert (first["finding"], first["probability_of_diagnosis"]) == ("mel", "1.000000")
    assert (second["answer"], second["late"], second["malignant"]) == ("", "true", "")


def test_a_table_of_a_part_knows_what_was_met_before() -> None:
    answers = [answer("mel", "nv", lesion="a"), answer("mel", "mel", lesion="a", day=2)]
    scope = Scope(since=START + timedelta(days=1))
    (row,) = csv.DictReader(learning_csv(answers, scope).decode().splitlines())
    assert (row["right"], row["first_meeting"]) == ("true", "false")


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope(), ""),
        (Scope(since=START), "Answers since 5 Jan 2026"),
        (Scope(atlas="A"), "Answers about the atlas A"),
        (Scope(since=START, atlas="A"), "Answers since 5 Jan 2026 about the atlas A"),
    ],
)
def test_what_is_counted_is_said(scope: Scope, words: str) -> None:
    assert scope_words(scope) == words


def test_however_many_diagnoses_there_are_they_fit_on_paper() -> None:
    answers = [answer(f"d{number}", f"d{number // 2}", number=number) for number in range(70)]
    progress = progress_of(answers, START)
    pdf = render_progress(progress, name="Ayu", names={}, made=START.date(), paper=Paper.LETTER)
    with DrawnPages(pdf) as pages:
        words = " ".join(pages.text(page) for page in range(len(pages)))
    assert "d69" in words


def test_narrow_plots_stand_below_each_other() -> None:
    progress = progress_of([answer("mel", "nv", finding="mel")], START)
    assert plots_height(progress, 600) > 2 * plots_height(progress, 1000)
    look = replace(LOOK, width=600, height=plots_height(progress, 600))
    drawn = Image.open(io.BytesIO(draw_progress(progress, {}, look)))
    assert drawn.size == (600, look.height)
