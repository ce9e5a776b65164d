"""Catalogues: what people translate (``.po``), and what programs read (``.mo``)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog, Message

from core.language.catalogue import DOMAIN
from core.language.languages import OFFERED, Language
from core.paths import translations_folder
from scripts.translations.texts import Text

LANGUAGES: Final = tuple(one for one in OFFERED if one is not Language.ENGLISH)
"""The languages that have a catalogue."""

_HEADER: Final = {
    Language.INDONESIAN: b"""\
# Texts of Lentigo in Indonesian. `make translations` adds what is new; see docs/languages.md.
msgid ""
msgstr ""
"Project-Id-Version: lentigo\\n"
"Language: id\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
""",
}
_NO_TIME: Final = datetime(2026, 1, 1, tzinfo=UTC)
_WIDTH: Final = 110


def source_file(language: Language) -> Path:
    """Return the file that people translate."""
    return translations_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def compiled_file(language: Language) -> Path:
    """Return the file that programs read."""
    return source_file(language).with_suffix(".mo")


def read(language: Language) -> Catalog:
    """Read what was translated into a language."""
    with source_file(language).open("rb") as stream:
        return pofile.read_po(stream, locale=language, abort_invalid=True)


def updated(language: Language, texts: dict[Text, list[str]]) -> Catalog:
    """Give the texts that there are now, with what is known of their translations."""
    catalogue = read(language)
    fresh = pofile.read_po(io.BytesIO(_HEADER[language]))
    fresh.creation_date = fresh.revision_date = _NO_TIME
    for text, places in texts.items():
        name = text[0] if len(text) == 1 else text
        old = catalogue.get(text[0])
        known = old.string if old is not None and old.id == name else ""
        fresh.add(name, known, locations=[(place, 0) for place in places])
    return fresh


def write(language: Language, catalogue: Catalog) -> None:
    """Write both files of a language."""
    for file, content in contents(language, catalogue).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def contents(language: Language, catalogue: Catalog) -> dict[Path, bytes]:
    """Return both files of a language, as they should be."""
    source, compiled = io.BytesIO(), io.BytesIO()
    # Babel's header holds the time and its own version, which change although no text does.
    source.write(_HEADER[language] + b"\n")
    pofile.write_po(source, catalogue, width=_WIDTH, include_lineno=False, omit_header=True)
    mofile.write_mo(compiled, catalogue)
    return {source_file(language): source.getvalue(), compiled_file(language): compiled.getvalue()}


def untranslated(catalogue: Catalog) -> list[str]:
    """List the texts that lack a translation, or whose translation nobody has looked at."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not all(forms(message)))
    ]


def misfilled(catalogue: Catalog) -> list[str]:
    """List the texts whose translation has not the placeholders of the English."""
    return [str(message.id) for message in catalogue if message.id and not _agree(message)]


def english(message: Message) -> tuple[str, ...]:
    """Return the text, or those for one and for many."""
    return _several(message.id)


def forms(message: Message) -> tuple[str, ...]:
    """Return the translation, or those for each number."""
    return _several(message.string or "")


def _several(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _agree(message: Message) -> bool:
    wanted = set().union(*(_placeholders(one) for one in english(message)))
    return all(_placeholders(one) == wanted for one in forms(message) if one)


def _placeholders(text: str) -> set[str]:
    try:
        named = {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:  # a brace of its own, in a text without values
        return set()
    return {name.partition(".")[0].partition("[")[0] for name in named}
