"""What a page of the card is made of, whatever it is laid out as.

Words may hold `code` between backticks; else they are plain.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences, each with a mark before it."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Parameters
    ----------
    heads : tuple of str
        Over the columns; all empty where the rows speak for themselves.
    rows : tuple of tuple of str
        As many cells as there are heads.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Words | Points | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; without blocks it is left out."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The card.

    Parameters
    ----------
    title, statement : str
        Which model, and what it is for.
    sections : tuple of Section
        In the order to read.
    """

    title: str
    statement: str
    sections: tuple[Section, ...]
