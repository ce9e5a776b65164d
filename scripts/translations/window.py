"""The catalogues of the window: what people translate (``.ts``), and what Qt reads (``.qm``).

Qt's own tools find the texts and compile them. What Qt itself says, such as "Cancel", is translated
in a file of its own that is written by hand, since Qt comes without Indonesian.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

from core.language.languages import Language
from core.paths import translations_folder
from desktop.language.translators import compiled_file

ROOT = Path(__file__).resolve().parents[2]
_MARKS = "QT_TR_NOOP+=mark,tr+=count"
"""Our functions, and the Qt function that each works like."""
_OPTIONS = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none", "-extensions", "py")
_NO_GUESSES = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a catalogue.

    Parameters
    ----------
    context : str
        Which part of Qt says it; empty for what we say.
    texts : tuple of str
        The English: one text, or those for one and for many.
    forms : tuple of str
        The translation, or those for each number.
    finished : bool
        Whether somebody has translated it.
    """

    context: str
    texts: tuple[str, ...]
    forms: tuple[str, ...]
    finished: bool


def source_file(language: Language) -> Path:
    """Return the file of our own texts."""
    return translations_folder() / language / "window.ts"


def qt_file(language: Language) -> Path:
    """Return the file of what Qt says."""
    return translations_folder() / language / "qt.ts"


def update(language: Language) -> None:
    """Bring both files of a language up to date."""
    source, compiled = contents(language)
    source_file(language).write_bytes(source)
    compiled_file(language).write_bytes(compiled)


def contents(language: Language) -> tuple[bytes, bytes]:
    """Return what people translate and what Qt reads, as they should be."""
    with tempfile.TemporaryDirectory() as folder:
        source, compiled = Path(folder, "window.ts"), Path(folder, "window.qm")
        if source_file(language).exists():
            source.write_bytes(source_file(language).read_bytes())
        extract = ("-tr-function-alias", _MARKS, "-target-language", language, *_NO_GUESSES)
        _run("lupdate", *_OPTIONS, *extract, "desktop", "-ts", source)
        _run("lrelease", "-silent", source, qt_file(language), "-qm", compiled)
        return source.read_bytes(), compiled.read_bytes()


def messages(file: Path) -> Iterator[Message]:
    """Read the texts of a file that people translate."""
    for context in Xml.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield _message(name, message)


def untranslated(file: Path) -> list[str]:
    """List the texts that nobody has translated."""
    return [one.texts[0] for one in messages(file) if not one.finished or not all(one.forms)]


def _message(context: str, message: Xml.Element) -> Message:
    plural = message.get("numerus") == "yes"
    translation = message.find("translation")
    if translation is None:
        raise ValueError(Xml.tostring(message))
    forms = [form.text or "" for form in translation.iter("numerusform")]
    texts = (message.findtext("source", ""), message.findtext("comment", ""))
    return Message(
        context=context,
        texts=texts if plural and texts[1] else texts[:1],
        forms=tuple(forms) if plural else (translation.text or "",),
        finished=translation.get("type") is None,
    )


def _run(tool: str, *arguments: str | Path) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([program, *arguments], cwd=ROOT, check=True)
