"""The card as HTML of the kind that Qt lays out: a small style sheet, nothing fetched."""

from __future__ import annotations

import re
from html import escape
from string import Template
from typing import Final

from core.report.card.blocks import Block, Grid, Page, Points, Section, Words

_TABLE: Final = "border-collapse: collapse; margin-top: 4px; margin-bottom: 4px"
_CODE: Final = re.compile(r"`([^`]*)`")
_SHEET: Final = Template("""
h1 { font-size: 18pt; font-weight: 600; margin: 0 0 8px 0; }
h2 { font-size: 13pt; font-weight: 600; margin: 28px 0 8px 0; }
p, li { margin: 0 0 8px 0; line-height: 135%; }
p.note, th { color: $quiet; }
p.note { margin-top: 8px; }
th { font-weight: normal; text-align: left; vertical-align: bottom; }
code { font-family: monospace; }
""")


def sheet(*, quiet: str) -> str:
    """Return the style sheet, with the colour of what is said less loudly."""
    return _SHEET.substitute(quiet=quiet)


def to_html(page: Page, *, line: str) -> str:
    """Lay the page out, with lines of this colour below the rows of tables."""
    sections = "".join(_section(section, line) for section in page.sections)
    return f"<h1>{escape(page.title)}</h1><p><b>{escape(page.statement)}</b></p>{sections}"


def _section(section: Section, line: str) -> str:
    blocks = []
    for place, block in enumerate(section.blocks):
        after_table = place > 0 and isinstance(section.blocks[place - 1], Grid)
        blocks.append(_block(block, line, note=after_table))
    return f"<h2>{escape(section.title)}</h2>{''.join(blocks)}"


def _block(block: Block, line: str, *, note: bool) -> str:
    match block:
        case Words(text):
            return f"<p{' class=note' if note else ''}>{_inline(text)}</p>"
        case Points(sentences):
            return f"<ul>{''.join(f'<li>{_inline(one)}</li>' for one in sentences)}</ul>"
        case Grid():
            return _grid(block, line)


def _grid(grid: Grid, line: str) -> str:
    style = f"border-bottom: 1px solid {line}; padding: 4px 16px 4px 0"
    heads = "".join(f'<th style="{style}">{_inline(cell)}</th>' for cell in grid.heads)
    rows = "".join(
        "<tr>" + "".join(f'<td style="{style}">{_inline(cell)}</td>' for cell in row) + "</tr>"
        for row in grid.rows
    )
    head = f"<tr>{heads}</tr>" if any(grid.heads) else ""
    return f'<table width="99%" style="{_TABLE}">{head}{rows}</table>'


def _inline(text: str) -> str:
    """Escape, keep numbers and their percent signs together, and set code apart."""
    return _CODE.sub(r"<code>\1</code>", escape(text).replace(" %", "&nbsp;%"))
