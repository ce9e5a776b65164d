"""A draft outlives a dialog that is closed before it could be offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from core.errors import LentigoError
from desktop.cases.desk import CaseDesk
from desktop.cases.drafting import Drafting

KEY = "note/new/1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    store.drafts.keep(KEY, "half a sentence")
    yield store
    store.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseDesk]:
    del qtbot  # answers come in its event loop
    address = CaseAddress.of("", folder=tmp_path / "cases")
    desk = CaseDesk(where=lambda: address)
    yield desk
    desk.close()


def fail(error: LentigoError) -> None:
    raise error


def test_what_is_closed_before_its_draft_came_keeps_it(desk: CaseDesk, store: CaseStore) -> None:
    drafting = Drafting(desk, offer=lambda _: None, failed=fail)
    drafting.begin(KEY)
    drafting.keep(None)  # no event loop has run: nothing can have been offered
    desk.close()  # does first what was asked for
    assert store.drafts.read(KEY) == "half a sentence"


def test_what_was_offered_and_taken_back_is_dropped(
    qtbot: QtBot, desk: CaseDesk, store: CaseStore
) -> None:
    offered: list[str] = []
    drafting = Drafting(desk, offer=offered.append, failed=fail)
    drafting.begin(KEY)
    qtbot.waitUntil(lambda: offered == ["half a sentence"])
    drafting.keep("another")
    qtbot.waitUntil(lambda: store.drafts.read(KEY) == "another")
    drafting.keep(None)
    qtbot.waitUntil(lambda: store.drafts.read(KEY) is None)


def test_a_draft_is_not_offered_to_the_next_dialog(
    qtbot: QtBot, desk: CaseDesk, store: CaseStore
) -> None:
    store.drafts.keep("note/2", "of the next")
    offered: list[str] = []
    drafting = Drafting(desk, offer=offered.append, failed=fail)
    drafting.begin(KEY)
    drafting.begin("note/2")
    qtbot.waitUntil(lambda: bool(offered))
    assert offered == ["of the next"]
