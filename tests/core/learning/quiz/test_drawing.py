"""What is drawn: every diagnosis alike, what one mixes up more often, with its look-alikes."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.candidates import candidates_for, nobody_knows
from core.learning.quiz.confusions import Confusions
from core.learning.quiz.difficulty import by_errors, by_look_alikes
from core.learning.quiz.lesions import lesions_of
from core.learning.quiz.look_alikes import LookAlikes
from core.learning.quiz.plan import Difficulty, QuizPlan, Topic
from core.learning.quiz.questions import Guess
from core.learning.quiz.quiz import Quiz
from core.learning.store.records import Profile
from core.learning.store.store import LearningStore
from tests.core.learning.answers import answer, begun
from tests.core.learning.quiz.still import StillClock
from tests.core.learning.small_atlas import write_atlas

MANY = tuple(
    (code, f"{code}-{number}")
    for code, count in (("bkl", 8), ("mel", 8), ("nv", 80))
    for number in range(count)
)


def codes_of(quiz: Quiz, maker: QuizMaker) -> Counter[str]:
    items = {one.sha256: one.code for one in maker.atlas.library.every()}
    return Counter(items[one["sha256"]] for one in quiz.session.questions)


def confused(store: LearningStore, *, times: int) -> Profile:
    """Somebody who takes melanomas for keratoses, and keratoses for melanomas."""
    profile = store.add_profile("Ayu")
    session = begun(store, profile)
    for number in range(1, times + 1):
        truth, code = ("mel", "bkl") if number % 2 else ("bkl", "mel")
        store.keep(answer(truth, code, lesion=f"old {number}", number=number, session=session))
    return profile


def test_a_frequent_diagnosis_is_not_all_of_a_quiz(store: LearningStore, tmp_path: Path) -> None:
    maker = QuizMaker(store, write_atlas(tmp_path, MANY), StillClock().clock)
    counts = codes_of(maker.begin(store.add_profile("Ayu"), QuizPlan(count=15), seed=1), maker)
    assert min(counts.values()) >= 3


def test_what_one_mixes_up_comes_more_often(store: LearningStore, tmp_path: Path) -> None:
    maker = QuizMaker(store, write_atlas(tmp_path, MANY), StillClock().clock)
    profile = confused(store, times=10)
    counts: Counter[str] = Counter()
    for seed in range(30):
        counts += codes_of(maker.begin(profile, QuizPlan(count=4), seed=seed), maker)
    # Four to four to one, but for chance.
    assert counts["mel"] > 2 * counts["nv"]
    assert counts["bkl"] > 2 * counts["nv"]


def test_look_alikes_are_what_one_mixes_up_then_what_lies_near(tmp_path: Path) -> None:
    rows = (("mel", "a"), ("bkl", "b"), ("nv", "c"))
    atlas = write_atlas(tmp_path, rows, vectors=[(1, 0), (0, 1), (1, 0.1)])
    items = atlas.library.every()
    like = LookAlikes(atlas, items)
    assert like.codes(items[0]) == ["nv", "bkl"]
    nothing = Confusions.of([])
    mixed = Confusions.of([answer("mel", "bkl")])

    def offered(confusions: Confusions) -> list[str]:
        return candidates_for(
            items[0], ["bkl", "mel", "nv"], choices=2, confusions=confusions, like=like.codes,
            chance=random.Random(1),
        )  # fmt: skip

    assert offered(nothing) == ["mel", "nv"]
    assert offered(mixed) == ["bkl", "mel"]


def test_without_embeddings_any_other_diagnosis_is_offered(tmp_path: Path) -> None:
    item = write_atlas(tmp_path).library.every()[0]
    chance = random.Random(1)
    found = candidates_for(
        item, ["bkl", "mel", "nv"], choices=2, confusions=Confusions.of([]), like=nobody_knows,
        chance=chance,
    )  # fmt: skip
    assert len(found) == 2
    assert item.code in found


def test_hardness_by_look_alikes_is_how_near_others_lie(tmp_path: Path) -> None:
    rows = (("mel", "a"), ("mel", "b"), ("nv", "c"), ("nv", "d"), ("nv", "d"))
    # a lies by c, b far from both; d shows the same twice, which says nothing
    vectors = [(1, 0, 0), (0, 1, 0), (1, 0.1, 0), (0, 0, 1), (0, 0, 1)]
    atlas = write_atlas(tmp_path, rows, vectors=vectors)
    items = atlas.library.every()
    judge = by_look_alikes(LookAlikes(atlas, items))
    assert judge(items[0]) > 0.9
    assert judge(items[0]) > judge(items[1])
    assert judge(items[3]) == judge(items[4]) == 0.5  # as far from one as from the other


def test_hardness_by_errors_needs_more_than_one(tmp_path: Path) -> None:
    first, second, third, *_ = write_atlas(tmp_path).library.every()
    judge = by_errors({first.sha256: (1, 1), second.sha256: (9, 10)})
    assert judge(third) == 0.5 < judge(first) < judge(second)


def test_what_bears_two_diagnoses_is_not_asked(tmp_path: Path) -> None:
    rows = (("mel", "a"), ("nv", "a"), ("nv", "b"))
    items = write_atlas(tmp_path, rows).library.every()
    assert [one.key for one in lesions_of(items, Topic())] == ["b"]
    assert [one.key for one in lesions_of(items, Topic(codes=("mel",)))] == []


def test_of_a_lesion_the_photograph_is_shown_that_was_seen_least(
    store: LearningStore, tmp_path: Path
) -> None:
    atlas = write_atlas(tmp_path, (("nv", "a"), ("nv", "a"), ("nv", "a"), ("mel", "b")))
    still = StillClock()
    maker = QuizMaker(store, atlas, still.clock)
    profile = store.add_profile("Ayu")
    plan = QuizPlan(topic=Topic(codes=("nv",)), difficulty=Difficulty.MIXED)
    seen = []
    for seed in range(3):
        quiz = maker.begin(profile, plan, seed=seed)
        seen += [one["sha256"] for one in quiz.session.questions]
        quiz.answer(Guess("nv", 0.6))
        still.forward(days=40)
    assert len(set(seen)) == 3
