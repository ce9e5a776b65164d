"""An atlas in a window, and whoever is asked about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.learning.store.store import LearningStore
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.begun import CODES
from tests.desktop.quiz.driven import Quizzing, enter


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


@pytest.fixture
def store(own_learning: Path) -> Iterator[LearningStore]:
    opened = LearningStore.open(own_learning)
    yield opened
    opened.close()


@pytest.fixture
def quizzing(make_window: MakeWindow, atlas: Path) -> Quizzing:
    found = enter(make_window, atlas)
    found.sign_in("Ayu")
    return found
