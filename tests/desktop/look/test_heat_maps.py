"""Heat maps of slower methods: kept, but not without bound, and told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.engine.bridge import EngineBridge
from desktop.engine.client import EngineRequest
from desktop.look.heat_layer import HeatRequest
from desktop.look.heat_maps import HeatMaps
from tests.desktop.fake_engine import FakeClient, FakeEngine
from tests.desktop.fakes import make_heat, make_picture

REQUEST = HeatRequest(1, "mel", "viridis", method="occlusion", model="one")


@pytest.fixture
def maps(qtbot: QtBot) -> Iterator[tuple[HeatMaps, FakeClient]]:
    engine = FakeEngine()
    bridge = EngineBridge(engine.connect, EngineRequest(Path("model")))
    bridge.start()
    qtbot.waitUntil(lambda: bridge.status.ready is not None)
    yield HeatMaps(bridge), engine.client
    bridge.close()


def ask(maps: HeatMaps, client: FakeClient, request: HeatRequest, bot: QtBot) -> None:
    maps.ask(request, make_picture())
    with bot.waitSignal(maps.arrived):
        client.reply(make_heat())


def test_a_map_is_known_in_any_colours_but_for_nothing_else(
    maps: tuple[HeatMaps, FakeClient], qtbot: QtBot
) -> None:
    kept, client = maps
    ask(kept, client, REQUEST, qtbot)
    assert kept.get(HeatRequest(1, "mel", "magma", method="occlusion", model="one")) is not None
    others = (
        HeatRequest(2, "mel", "viridis", method="occlusion", model="one"),
        HeatRequest(1, "nv", "viridis", method="occlusion", model="one"),
        HeatRequest(1, "mel", "viridis", method="score-cam", model="one"),
        HeatRequest(1, "mel", "viridis", method="occlusion", model="two"),
        HeatRequest(1, "mel", "viridis", method="occlusion", model="one", versus="nv"),
    )
    assert [kept.get(other) for other in others] == [None] * 5


def test_those_not_wanted_for_longest_are_forgotten(
    maps: tuple[HeatMaps, FakeClient], qtbot: QtBot
) -> None:
    kept, client = maps
    requests = [
        HeatRequest(image, "mel", "viridis", method="occlusion", model="one")
        for image in range(257)
    ]
    for request in requests[:256]:
        ask(kept, client, request, qtbot)
    assert kept.get(requests[0]) is not None  # and so it is wanted
    ask(kept, client, requests[256], qtbot)
    assert [kept.get(requests[place]) is None for place in (0, 1, 2, 256)] == [
        False, True, False, False,
    ]  # fmt: skip


def test_a_newer_question_takes_the_place_of_the_former(
    maps: tuple[HeatMaps, FakeClient],
) -> None:
    kept, client = maps
    kept.ask(REQUEST, make_picture())
    kept.ask(REQUEST, make_picture())
    assert len(client.questions) == 1
    kept.ask(HeatRequest(2, "mel", "viridis", method="occlusion"), make_picture())
    assert len(client.questions) == 2
    assert len(client.asked) == 1
