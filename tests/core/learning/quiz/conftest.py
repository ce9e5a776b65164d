"""An atlas to be asked about, somebody who learns, and a clock that stands."""

from __future__ import annotations

import pytest

from core.atlas import Atlas
from core.learning.quiz.beginning import QuizMaker
from core.learning.store.records import Profile
from core.learning.store.store import LearningStore
from tests.core.learning.quiz.still import StillClock
from tests.core.learning.small_atlas import write_atlas


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return write_atlas(tmp_path_factory.mktemp("atlas"))


@pytest.fixture
def still() -> StillClock:
    return StillClock()


@pytest.fixture
def maker(store: LearningStore, atlas: Atlas, still: StillClock) -> QuizMaker:
    return QuizMaker(store, atlas, still.clock)


@pytest.fixture
def profile(store: LearningStore) -> Profile:
    return store.add_profile("Ayu")
