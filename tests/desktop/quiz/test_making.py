"""A quiz is made without holding up the window."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from core.atlas import Atlas, AtlasItem
from core.atlas.library import Library
from core.learning.quiz.plan import QuizPlan
from core.learning.quiz.questions import Clock
from core.learning.store.store import LearningStore
from desktop.quiz.making import QuizWish, begin, resume
from tests.desktop.atlases import make_atlas


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return Atlas.open(make_atlas(tmp_path / "atlas", ("nv", "mel", "nv", "mel")))


def test_the_collector_rests_and_items_are_let_go_of(
    atlas: Atlas, own_learning: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[bool] = []
    lists: list[list[AtlasItem]] = []
    every = Library.every

    def seen(library: Library) -> list[AtlasItem]:
        rested.append(not gc.isenabled())
        lists.append(every(library))
        return lists[-1]

    monkeypatch.setattr(Library, "every", seen)
    store = LearningStore.open(own_learning)
    profile = store.add_profile("Ayu")
    gc.enable()
    quiz = begin(store, atlas, QuizWish(profile.id, QuizPlan(count=2)), clock=Clock())
    again = resume(store, atlas, quiz.session.id, clock=Clock())
    store.close()
    assert rested == [True, True]
    assert gc.isenabled()
    assert again.question == quiz.question
    assert lists == [[], []]
