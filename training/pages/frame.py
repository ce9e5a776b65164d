"""The look of a page, and the frame of those that are a list of sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

STYLE = """
:root { --ink: #1f2933; --quiet: #52606d; --line: #d9e2ec; --accent: #0b6e8a; --soft: #f0f6f8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1040px; color: var(--ink);
  background: #fff; font: 16px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 48px 0 8px; }
p, ul { margin: 8px 0; max-width: 76ch; }
.quiet, figcaption, caption { color: var(--quiet); font-size: 14px; }
.statement { border-left: 4px solid var(--accent); background: var(--soft); padding: 8px 16px;
  margin: 16px 0 24px; font-weight: 600; }
.notice { border: 1px solid #b7791f; background: #fffaf0; padding: 8px 16px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(216px, 1fr)); gap: 16px;
  margin: 16px 0; }
.tile { border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
.tile b { display: block; font-size: 32px; line-height: 1.2; font-weight: 600;
  color: var(--accent); }
.tile span { display: block; color: var(--quiet); font-size: 14px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 16px 0;
  font-variant-numeric: tabular-nums; }
caption { text-align: left; caption-side: bottom; padding-top: 8px; }
th, td { text-align: right; padding: 8px; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
thead th { border-bottom: 2px solid var(--ink); white-space: nowrap; }
tbody th { font-weight: 600; }
td small, th small { display: block; color: var(--quiet); font-size: 13px; font-weight: 400; }
td small { white-space: nowrap; }
figure { margin: 16px 0; }
figure img { max-width: 100%; height: auto; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(400px, 1fr)); gap: 24px;
  align-items: start; }
code { font-size: 13px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; font-size: 14px; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
@media print { body { padding: 0; } figure, table, .tile { break-inside: avoid; } }
"""

STATEMENT = "For research and education; not a diagnosis; not a medical device."


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    Parameters
    ----------
    title : str
        Its heading, as plain text.
    body : str
        HTML; whoever makes it has escaped what comes from outside.
    """

    title: str
    body: str


def document(
    *, title: str, subtitle: str, sections: Sequence[Section], lead: str = "", style: str = ""
) -> str:
    """Return a whole page.

    Parameters
    ----------
    title, subtitle : str
        Plain text.
    sections : sequence of Section
        In the order to read.
    lead : str
        HTML between the statement of purpose and the first section: notices, tiles.
    style : str
        Rules of this page alone, after the common ones.
    """
    parts = "\n".join(
        f"<section>\n<h2>{escape(section.title)}</h2>\n{section.body}\n</section>"
        for section in sections
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{STYLE}{style}</style>
</head>
<body>
<header>
<h1>{escape(title)}</h1>
<p class="quiet">{escape(subtitle)}</p>
<p class="statement">{STATEMENT}</p>
</header>
<main>
{lead}
{parts}
</main>
</body>
</html>
"""


def notice(html: str) -> str:
    """Frame what a reader must not miss; HTML in and out."""
    return f'<div class="notice">{html}</div>'


def figure(source: str, *, alternative: str, caption: str) -> str:
    """Show a plot (a data URI) with its caption; both texts are plain."""
    return (
        f'<figure><img src="{source}" alt="{escape(alternative)}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )
