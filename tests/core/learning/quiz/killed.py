"""Somebody at a quiz, until they are killed: says on stdout what they were told.

``python -m tests.core.learning.quiz.killed FOLDER``
"""

from __future__ import annotations

import sys
from pathlib import Path

from core.atlas import Atlas
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.plan import QuizPlan
from core.learning.quiz.questions import Guess
from core.learning.store.store import LearningStore


def answer_for_ever(folder: Path) -> None:
    store = LearningStore.open(folder / "learning.sqlite3")
    profile = store.add_profile("Ayu")
    maker = QuizMaker(store, Atlas.open(folder / "atlas"))
    for seed in range(10_000):
        quiz = maker.begin(profile, QuizPlan(count=18), seed=seed)
        while quiz.question is not None:
            reveal = quiz.answer(Guess("nv", 0.6))
            sys.stdout.write(f"{reveal.answer.id}\t{reveal.answer.truth}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    answer_for_ever(Path(sys.argv[1]))
