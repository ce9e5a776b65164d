"""Which quiz about an atlas was left, where several atlases bear one name."""

from __future__ import annotations

from pathlib import Path

from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.left import left_about
from core.learning.quiz.plan import QuizPlan
from core.learning.store.store import LearningStore
from tests.core.learning.small_atlas import ROWS, write_atlas


def test_what_was_left_is_that_of_the_atlas_which_has_its_images(
    store: LearningStore, tmp_path: Path
) -> None:
    profile = store.add_profile("Ayu")
    one = write_atlas(tmp_path / "one")
    other = write_atlas(tmp_path / "other", pictures_from=100)
    first = QuizMaker(store, one).begin(profile, QuizPlan(count=3), seed=1).session
    assert left_about(store, profile, other) is None
    second = QuizMaker(store, other).begin(profile, QuizPlan(count=3), seed=1).session
    assert left_about(store, profile, one) == first
    assert left_about(store, profile, other) == second


def test_an_atlas_that_has_lost_some_images_goes_on_with_its_quiz(
    store: LearningStore, tmp_path: Path
) -> None:
    profile = store.add_profile("Ayu")
    quiz = QuizMaker(store, write_atlas(tmp_path / "atlas")).begin(
        profile, QuizPlan(count=18), seed=1
    )
    smaller = write_atlas(tmp_path / "smaller", ROWS[:15])
    assert left_about(store, profile, smaller) == quiz.session
    assert left_about(store, profile, write_atlas(tmp_path / "tiny", ROWS[:3])) is None
