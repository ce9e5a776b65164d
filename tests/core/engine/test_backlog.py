"""How far ahead of the network images are decoded."""

from __future__ import annotations

import pytest

from core.engine.backlog import LOOK_AHEAD, THOROUGH_VIEWS, Backlog
from core.images import FitMode
from core.model.preparation import prepare
from tests.core.tiny import tiny_card
from tests.desktop.fakes import make_picture


def test_as_many_views_are_counted_as_are_made() -> None:
    card = tiny_card(preprocessing={"height": 32, "width": 48, "mode": FitMode.CROP})
    assert len(prepare(make_picture(), card, thorough=True).views) == THOROUGH_VIEWS


@pytest.mark.parametrize(("thorough", "ahead"), [(False, LOOK_AHEAD), (True, 2)])
def test_thorough_jobs_take_more_room(*, thorough: bool, ahead: int) -> None:
    backlog = Backlog(lambda: None)
    for number in range(LOOK_AHEAD + 1):
        backlog.add(b"", number=number, priority=0, thorough=thorough)
    taken = [backlog.next_to_decode() for _ in range(ahead)]
    assert None not in taken
    assert not backlog.has_room
    backlog.close()
