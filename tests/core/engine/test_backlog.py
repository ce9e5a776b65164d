"""How far ahead of the network images are decoded, and questions before them."""

from __future__ import annotations

import pytest

from core.engine.backlog import LOOK_AHEAD, THOROUGH_VIEWS, Backlog
from core.engine.questions import WithoutLesion
from core.images import FitMode
from core.model import DescribedModel
from core.model.preparation import prepare
from tests.core.tiny import tiny_card
from tests.desktop.fakes import IDENTITY, make_picture


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


def test_a_question_is_prepared_before_any_image_and_kept_apart_from_them() -> None:
    news: list[None] = []
    backlog = Backlog(lambda: news.append(None))
    backlog.add(b"", number=1, priority=5)
    backlog.ask(make_picture(), WithoutLesion(), number=2)
    question, image = backlog.next_to_decode(), backlog.next_to_decode()
    assert question is not None
    assert image is not None
    assert (question.number, image.number) == (2, 1)
    model = described()
    backlog.set_model(model)
    for job in (question, image):
        backlog.put_prepared(job, prepare(make_picture(), model.card), model)
    assert backlog.next_prepared() is image
    backlog.cancel(2)
    assert len(news) == 4  # a model, two that are prepared, and one that is wanted no more
    assert backlog.next_question() is None
    backlog.close()


def described() -> DescribedModel:
    return DescribedModel(tiny_card(), IDENTITY)
