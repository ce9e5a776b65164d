from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path

import pytest

from core.language import Language
from scripts.translations import catalogues, window
from scripts.translations.texts import texts_of_program

ALL = pytest.mark.parametrize("language", catalogues.LANGUAGES)


@ALL
def test_a_catalogue_holds_exactly_the_texts_that_there_are(root: Path, language: Language) -> None:
    catalogue = catalogues.updated(language, texts_of_program(root))
    expected = catalogues.contents(language, catalogue)
    file = catalogues.source_file(language)
    assert file.read_bytes() == expected[file], "run `make translations`"


@ALL
def test_every_text_is_translated(language: Language) -> None:
    assert catalogues.untranslated(catalogues.read(language)) == []


@ALL
def test_a_translation_has_the_placeholders_of_the_english(language: Language) -> None:
    assert catalogues.misfilled(catalogues.read(language)) == []


@ALL
def test_what_programs_read_is_what_people_translated(language: Language) -> None:
    with catalogues.compiled_file(language).open("rb") as stream:
        compiled = GNUTranslations(stream)
    messages = [message for message in catalogues.read(language) if message.id]
    for message in messages:
        one, *many = catalogues.english(message)
        read = compiled.ngettext(one, many[0], 2) if many else compiled.gettext(one)
        assert read == catalogues.forms(message)[0], "run `make translations`"
    assert len(vars(compiled)["_catalog"]) == len(messages) + 1  # the header


@ALL
def test_both_catalogues_translate_the_same_text_alike(language: Language) -> None:
    said = {
        catalogues.english(message)[0]: catalogues.forms(message)[0]
        for message in catalogues.read(language)
        if message.id
    }
    different = [
        (one.texts[0], one.forms[0], said[one.texts[0]])
        for one in window.messages(window.source_file(language))
        if said.get(one.texts[0], one.forms[0]) != one.forms[0]
    ]
    assert different == []
