"""A user installs a model, goes back, and is told why one cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.installed.pointer import model_in_use, shipped_folder
from core.model import Bundle
from tests.core.tiny import tiny_bundle
from tests.desktop.windows import Window


@pytest.fixture(autouse=True)
def _own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.delenv("LENTIGO_MODEL", raising=False)


def in_use(window: Window) -> Path:
    """What the engine was last told to load."""
    restart = window.engine.client.restarts[-1]
    assert restart is not None
    return restart.model


def restarted(window: Window, name: str) -> Path:
    before = len(window.engine.client.restarts)
    window.trigger(name)
    window.bot.waitUntil(lambda: len(window.engine.client.restarts) > before)
    return in_use(window)


def test_a_model_is_replaced_and_had_again(window: Window, tmp_path: Path) -> None:
    source = tiny_bundle(tmp_path / "source").folder
    window.dialogs.chosen_folder = source
    installed = restarted(window, "install_model")
    assert installed == model_in_use() != source
    assert Bundle.load(installed).card.name == "Tiny"
    assert "Use the former model goes back" in window.app.notice.words
    assert restarted(window, "former_model") == shipped_folder()
    assert restarted(window, "former_model") == installed
    assert restarted(window, "own_model") == model_in_use() == shipped_folder()
    assert window.app.settings.current.model == ""


def test_one_that_cannot_be_had_is_said_and_nothing_changes(window: Window, tmp_path: Path) -> None:
    source = tiny_bundle(tmp_path / "source").folder
    (source / "card.json").write_text("{}", encoding="utf-8")
    window.dialogs.chosen_folder = source
    window.trigger("install_model")
    window.bot.waitUntil(lambda: "card.json has changed" in window.app.notice.words)
    window.trigger("former_model")
    window.bot.waitUntil(
        lambda: window.app.notice.words == "There is no former model to go back to."
    )
    assert window.engine.client.restarts == []
    assert model_in_use() == shipped_folder()
