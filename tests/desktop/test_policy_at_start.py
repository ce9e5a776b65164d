"""What a policy fixes holds whatever the command line says, and whatever was chosen before it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.installed.pointer import shipped_folder
from core.language import Language, current
from core.policy.current import current_policy
from desktop.application import _request, make_application
from desktop.language.choice import start_speaking
from desktop.launch import Launch
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import LanguageWish

OTHER = Launch(model=Path("/other"), device="gpu", theme="light")


def ruled(policy_file: Path, **content: object) -> SettingsStore:
    policy_file.write_text(json.dumps({"format": 1, **content}), encoding="utf-8")
    current_policy.cache_clear()
    return SettingsStore(policy=current_policy())


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LENTIGO_MODEL", raising=False)


def test_without_a_policy_the_command_line_comes_first() -> None:
    request = _request(OTHER, SettingsStore())
    assert (request.model, request.device) == (Path("/other"), "gpu")
    store = SettingsStore()
    store.change(model="/chosen")
    assert _request(Launch(), store).model == Path("/chosen")
    assert _request(Launch(), SettingsStore()).model == shipped_folder()


def test_a_fixed_model_and_a_fixed_device_stay(policy_file: Path) -> None:
    store = ruled(policy_file, settings={"model": "/ours", "device": "cpu"})
    request = _request(OTHER, store)
    assert (request.model, request.device) == (Path("/ours"), "cpu")


def test_where_models_are_switched_off_a_former_choice_counts_no_more(policy_file: Path) -> None:
    store = ruled(policy_file, without=["models"])
    store.change(model="/chosen")
    assert _request(OTHER, store).model == shipped_folder()


def test_a_fixed_theme_stays(policy_file: Path) -> None:
    store = ruled(policy_file, settings={"theme": "dark"})
    store.override(theme="light")
    assert store.current.theme == "dark"


def test_a_fixed_language_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LENTIGO_LANGUAGE", "id")
    start_speaking(Language.INDONESIAN, LanguageWish.ENGLISH, make_application(), fixed=True)
    assert current() is Language.ENGLISH
