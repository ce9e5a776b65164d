from __future__ import annotations

from string import Formatter

import pytest

from core.language import Language
from desktop.language.translators import compiled_file
from desktop.shell.action_spec import Menu
from desktop.shell.action_table import ACTIONS
from scripts.translations import window
from scripts.translations.catalogues import LANGUAGES

ALL = pytest.mark.parametrize("language", LANGUAGES)


def all_messages(language: Language) -> list[window.Message]:
    files = (window.source_file(language), window.qt_file(language))
    return [message for file in files for message in window.messages(file)]


def own(language: Language) -> dict[str, str]:
    messages = window.messages(window.source_file(language))
    return {one.texts[0]: one.forms[0] for one in messages}


def placeholders(text: str) -> set[tuple[str, str]]:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:  # a brace of its own, in a text without values
        return set()
    return {(name, form or "") for _, name, form, _ in parts if name}


@ALL
def test_catalogues_hold_exactly_what_there_is_to_say(language: Language) -> None:
    source, compiled = window.contents(language)
    assert window.source_file(language).read_bytes() == source, "run `make translations`"
    assert compiled_file(language).read_bytes() == compiled, "run `make translations`"


@ALL
def test_every_text_of_the_window_is_translated(language: Language) -> None:
    for file in (window.source_file(language), window.qt_file(language)):
        assert window.untranslated(file) == []


@ALL
def test_a_translation_has_the_placeholders_of_the_english(language: Language) -> None:
    for message in all_messages(language):
        wanted = set().union(*map(placeholders, message.texts))
        assert [placeholders(form) for form in message.forms] == [wanted] * len(message.forms), (
            message.texts
        )


@ALL
def test_a_translation_has_a_mnemonic_where_the_english_has_one(language: Language) -> None:
    for message in all_messages(language):
        for form in message.forms:
            assert form.count("&") == message.texts[0].count("&"), message.texts


@ALL
def test_the_mnemonics_of_a_menu_are_told_apart(language: Language) -> None:
    said = own(language)
    for table in ({}, said):
        menus: dict[tuple[str, str], set[str]] = {("", ""): {menu.value for menu in Menu}}
        for spec in ACTIONS:
            menus.setdefault((spec.menu, spec.submenu), set()).add(spec.text)
            menus.setdefault((spec.menu, ""), set()).update({spec.submenu} - {""})
        for menu, texts in menus.items():
            letters = [mnemonic(table.get(text, text)) for text in sorted(texts)]
            assert sorted(letters) == sorted(set(letters)), (menu, letters)


def mnemonic(text: str) -> str:
    return text[text.index("&") + 1].casefold()


@ALL
def test_spaces_and_dots_at_the_end_are_kept(language: Language) -> None:
    for english, said in own(language).items():
        assert english.endswith("…") == said.endswith("…"), english
        assert english.startswith(" ") == said.startswith(" "), english
