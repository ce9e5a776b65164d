"""The findings as a page for people: the verdict first, then pairs beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.copies.pairs import Pair
from core.errors import ImageError
from core.images import ImageReader
from training.audit.findings import Findings
from training.audit.report import verdict
from training.pages.frame import Section, document, notice
from training.pages.pictures import picture
from training.pages.text import name_html, plural

SHOWN = 24
"""Pairs shown of each kind; all of them stand in ``audit.json``."""

_SIDE = 144
_MOST_FILES = 200


def render(findings: Findings, *, made: str) -> str:
    """Lay the findings out as one self-contained page.

    Parameters
    ----------
    findings : Findings
        Of the audit.
    made : str
        Command and time.
    """
    kinds = (
        ("On two sides of the split", findings.across([*findings.exact, *findings.near])),
        ("Copies with different labels", findings.contradicting([*findings.exact, *findings.near])),
        ("Different files that show the same", findings.unexpected),
        ("Files of equal bytes", findings.exact),
    )
    with ImageReader() as reader:
        sections = [_pairs(findings, title, pairs, reader) for title, pairs in kinds]
    return document(
        title="Audit of a data set",
        subtitle=f"{findings.folder.name}: {plural(len(findings.samples), 'image')}. {made}",
        lead=_lead(findings),
        sections=[*sections, _classes(findings), _unreadable(findings)],
    )


def _lead(findings: Findings) -> str:
    said = f"<p><b>{escape(verdict(findings))}</b></p>"
    if findings.unlabelled:
        said += f"<p>Labels are not known: {escape(findings.unlabelled)}</p>"
    return notice(said)


def _pairs(findings: Findings, title: str, pairs: Sequence[Pair], reader: ImageReader) -> Section:
    if not pairs:
        return Section(title, "<p>None.</p>")
    shown = list(pairs)[:SHOWN]
    rest = len(pairs) - len(shown)
    more = f", the first {SHOWN} of them shown" if rest else ""
    cards = "".join(_card(findings, pair, reader) for pair in shown)
    return Section(
        title, f'<p>{plural(len(pairs), "pair")}{more}.</p><div class="tiles">{cards}</div>'
    )


def _card(findings: Findings, pair: Pair, reader: ImageReader) -> str:
    images = "".join(_image(findings, position, reader) for position in pair)
    names = "".join(_caption(findings, position) for position in pair)
    return f'<div class="tile"><div style="display:flex;gap:8px">{images}</div>{names}</div>'


def _caption(findings: Findings, position: int) -> str:
    sample, side = findings.samples[position], findings.sides[position]
    label = name_html(sample.code) if sample.code else "no label"
    return (
        f"<span>{label}{f', {name_html(side)}' if side else ''}: "
        f"<code>{name_html(findings.path(position))}</code></span>"
    )


def _image(findings: Findings, position: int, reader: ImageReader) -> str:
    try:
        pixels = reader.read(findings.samples[position].path, max_side=_SIDE).pixels
    except ImageError:
        return "<i>cannot be read</i>"
    return picture(_square(pixels), alternative=f"{findings.path(position)}")


def _square(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    image = Image.fromarray(pixels)
    image.thumbnail((_SIDE // 2 + 24, _SIDE // 2 + 24))
    return np.asarray(image)


def _classes(findings: Findings) -> Section:
    if not findings.classes:
        return Section("Classes", "<p>Not known.</p>")
    rows = "".join(
        f"<tr><td>{name_html(code)}</td><td>{count:,}</td></tr>"
        for code, count in findings.classes.items()
    )
    head = "<thead><tr><th>Class</th><th>Images</th></tr></thead>"
    return Section("Classes", f"<table>{head}<tbody>{rows}</tbody></table>")


def _unreadable(findings: Findings) -> Section:
    if not findings.unreadable:
        return Section("Files that cannot be read", "<p>None.</p>")
    items = "".join(
        f"<li><code>{name_html(findings.path(position))}</code>: {escape(reason)}</li>"
        for position, reason in sorted(findings.unreadable.items())[:_MOST_FILES]
    )
    rest = max(len(findings.unreadable) - _MOST_FILES, 0)
    more = f"<p>And {rest:,} more, named in audit.json.</p>" if rest else ""
    return Section("Files that cannot be read", f"<ul>{items}</ul>{more}")
