"""Texts for people, which can be said again in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from core.language.catalogue import translated, translated_count
from core.language.languages import Language, current
from core.language.numbers import LocalFormatter


class Form(NamedTuple):  # made in a fraction of a dataclass's time, before the first paint
    """What a sentence was made of.

    Parameters
    ----------
    one : str
        The English, with placeholders.
    many : str, optional
        The English for more than one, where the text depends on ``count``.
    values : mapping
        What stands in the placeholders; a sentence among them is said again with the whole.
    """

    one: str
    many: str | None
    values: Mapping[str, object]

    def said(self, language: Language) -> str:
        """Fill in the placeholders of the translation."""
        text = self._translated(language)
        if not self.values:
            return text
        values = {name: _said(value, language) for name, value in self.values.items()}
        return LocalFormatter(language).vformat(text, (), values)

    def _translated(self, language: Language) -> str:
        if self.many is None:
            return translated(self.one, language)
        count = self.values["count"]
        if not isinstance(count, int):
            raise TypeError(f"{count!r} is no number of things.")
        return translated_count(self.one, self.many, count=count, language=language)


class Sentence(str):
    """A text in the language in which it was made, which remembers what it was made of.

    So it can cross from a process that speaks another language, stay on the screen while its user
    chooses another, and go into logs in English.

    Parameters
    ----------
    form : Form
        What it is made of.
    """

    __slots__ = ("form",)

    form: Form

    def __new__(cls, form: Form) -> Sentence:
        """Say it in the language in use."""
        made = super().__new__(cls, form.said(current()))
        made.form = form
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return (Sentence, (self.form,))


def say(text: str, /, **values: object) -> Sentence:
    """Say a text in the language in use.

    Parameters
    ----------
    text : str
        The English, a literal or what `marked` marked.
    **values : object
        For its placeholders, as for `str.format`. Without any, braces stay as they are.
    """
    return Sentence(Form(text, None, _kept(values)))


def counted(one: str, many: str, /, *, count: int, **values: object) -> Sentence:
    """Say a text that depends on a number, which is also the value for ``{count}``.

    Parameters
    ----------
    one, many : str
        The English for one and for more, both literals.
    count : int
        How many.
    **values : object
        For other placeholders.
    """
    return Sentence(Form(one, many, {"count": count, **_kept(values)}))


def marked(text: str) -> str:
    """Mark a constant for translation, which happens where `say` shows it."""
    return text


def again(text: str) -> Sentence:
    """Say a text in the language in use, whatever it was made in.

    A plain text is looked up as if it were English, so that what was stored or came with a model
    is translated where it is a text of ours.
    """
    return Sentence(text.form if isinstance(text, Sentence) else Form(text, None, {}))


def together(*sentences: str) -> Sentence:
    """Put sentences behind each other into one text, which can be said again as a whole."""
    values = {f"part{place}": sentence for place, sentence in enumerate(sentences)}
    return Sentence(Form(" ".join(f"{{{name}}}" for name in values), None, values))


def in_english(text: str) -> str:
    """Return a text in English, for logs and for what is kept."""
    return text.form.said(Language.ENGLISH) if isinstance(text, Sentence) else text


def _said(value: object, language: Language) -> object:
    return value.form.said(language) if isinstance(value, Sentence) else value


def _kept(values: dict[str, object]) -> dict[str, object]:
    """Keep the words of exceptions: many cannot cross to another process."""
    return {
        name: str(value) if isinstance(value, BaseException) else value
        for name, value in values.items()
    }
