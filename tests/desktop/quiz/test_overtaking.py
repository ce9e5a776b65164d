"""Similar images that are wanted again before the former have come."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from core.atlas import Atlas, AtlasItem
from desktop.atlas.large_content import similar_rows
from desktop.quiz import telling
from desktop.similar.content import SimilarRow
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.driven import enter


def test_what_is_overtaken_is_not_shown(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = enter(make_window, make_atlas(tmp_path / "atlas", ("nv", "mel", "nv", "mel")))
    found.sign_in("Ayu")
    found.press(Qt.Key.Key_Return)
    found.answer(right=True)
    rows, others = found.sheet.telling.rows, found.sheet.telling.others
    every = len(rows)
    go_on = Event()

    def late(
        atlas: Atlas, item: AtlasItem, *, other_diagnosis: bool
    ) -> tuple[tuple[SimilarRow, ...], list[int]]:
        if not other_diagnosis:
            go_on.wait(20)
        return similar_rows(atlas, item, other_diagnosis=other_diagnosis)

    others.click()
    found.settle()
    fewer = len(rows)
    assert fewer < every
    monkeypatch.setattr(telling, "similar_rows", late)
    others.click()  # all are wanted again, and come late
    others.click()
    found.window.bot.waitUntil(lambda: len(rows) == fewer)
    go_on.set()
    found.settle()
    assert len(rows) == fewer
