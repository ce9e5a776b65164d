"""``--screenshot`` says by its status whether the picture is complete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desktop.screenshot
from desktop.look.presenter import LookPresenter
from desktop.screenshot import Screenshot
from tests.desktop.windows import Window


@pytest.mark.parametrize(("settled", "status"), [(True, 0), (False, 1)])
def test_a_window_that_never_settles_is_not_a_success(
    make_window: Callable[..., Window],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    settled: bool,
    status: int,
) -> None:
    monkeypatch.setattr(desktop.screenshot, "_PATIENCE_MS", 1000)
    monkeypatch.setattr(LookPresenter, "settled", property(lambda _: settled))
    shot = Screenshot(make_window().app, tmp_path / "shot.png", expected=False)
    with qtbot.waitSignal(shot.finished) as finished:
        shot.start()
    assert finished.args == [status]
    assert (tmp_path / "shot.png").is_file()
