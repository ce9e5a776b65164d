"""The card as Markdown."""

from __future__ import annotations

from core.report.card.blocks import Block, Grid, Page, Points, Words


def to_markdown(page: Page, *, origin: str) -> str:
    """Lay the page out.

    Parameters
    ----------
    page : Page
        The card.
    origin : str
        A sentence on how the page came to be.
    """
    sections = (
        "\n\n".join((f"## {section.title}", *(_block(block) for block in section.blocks)))
        for section in page.sections
    )
    parts = (f"# {page.title}", f"**{page.statement}**", origin, *sections)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Words(text):
            return text
        case Points(sentences):
            return "\n".join(f"- {sentence}" for sentence in sentences)
        case Grid():
            return _grid(block)


def _grid(grid: Grid) -> str:
    rows = [[cell.replace("|", "\\|") for cell in row] for row in grid.rows]
    lines = (list(grid.heads), ["---"] * len(grid.heads), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
