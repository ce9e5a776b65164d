from __future__ import annotations

from core.learning.quiz.plan import Difficulty, QuizPlan
from desktop.quiz.words import plan_words


def test_how_a_packed_quiz_asks_is_said() -> None:
    assert plan_words(QuizPlan(count=10)) == (
        "As chosen last in the place Quiz: Mixed; All diagnoses of the topic; As long as it takes."
    )
    hard = QuizPlan(count=10, difficulty=Difficulty.HARD, choices=3, seconds=20, ask_malignant=True)
    assert plan_words(hard) == (
        "As chosen last in the place Quiz: Rather hard; 3: the right one and those like it; "
        "20 seconds for each answer; Whether it is malignant is asked, too."
    )
