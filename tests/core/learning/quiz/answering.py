"""Who is asked, and how all questions are answered."""

from __future__ import annotations

from core.learning.quiz.questions import Guess
from core.learning.quiz.quiz import Quiz


def asked(quiz: Quiz) -> list[str]:
    return [one["sha256"] for one in quiz.session.questions]


def answer_all(quiz: Quiz, code: str = "nv") -> None:
    while quiz.question is not None:
        quiz.answer(Guess(code, 0.6))
