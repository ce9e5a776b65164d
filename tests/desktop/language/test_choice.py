"""Which language is chosen, by whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from core.language import Language, current
from desktop.application import make_application
from desktop.language.choice import language_of, of_system, start_speaking
from desktop.language.commands import LanguageCommands
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import LanguageWish


@pytest.mark.parametrize(
    ("spoken", "chosen"),
    [(["id-ID"], "id"), (["nl-NL", "id"], "id"), (["en-GB", "id"], "en"), (["de-DE"], "en")],
)
def test_the_system_s_first_language_of_ours_is_spoken(
    monkeypatch: pytest.MonkeyPatch, spoken: list[str], chosen: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: spoken)
    assert of_system() == chosen
    assert language_of(LanguageWish.SYSTEM) == chosen
    assert language_of(LanguageWish.INDONESIAN) is Language.INDONESIAN


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize(
    ("option", "variable", "wish", "chosen"),
    [
        (Language.INDONESIAN, "en", LanguageWish.ENGLISH, "id"),
        (None, "id", LanguageWish.ENGLISH, "id"),
        (None, "", LanguageWish.INDONESIAN, "id"),
        (None, "no language", LanguageWish.ENGLISH, "en"),
    ],
)
def test_command_line_environment_and_settings_come_in_this_order(
    monkeypatch: pytest.MonkeyPatch,
    option: Language | None,
    variable: str,
    wish: LanguageWish,
    chosen: str,
) -> None:
    monkeypatch.setenv("LENTIGO_LANGUAGE", variable)
    start_speaking(option, wish, make_application())
    assert current() == chosen


def test_every_wish_has_an_action_that_is_remembered() -> None:
    settings = SettingsStore()
    commands = LanguageCommands(settings, make_application())
    wanted: list[Language] = []
    commands.wanted.connect(wanted.append)
    handlers = commands.handlers()
    checked = True
    handlers["language_en"](checked)
    assert wanted == [Language.ENGLISH]  # to be stayed with
    handlers["language_id"](checked)
    assert wanted == [Language.ENGLISH, Language.INDONESIAN]
    assert settings.current.language is LanguageWish.INDONESIAN
    commands.deleteLater()
