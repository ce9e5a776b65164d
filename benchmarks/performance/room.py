"""How large the frozen builds are: from ``dist`` where they lie, else from the page about them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.performance.rows import Row, Section, Unit

ROOT: Final = Path(__file__).resolve().parents[2]
EDITIONS: Final = {"full": "dist/lentigo", "slim": "dist/slim/lentigo"}
"""Where `make bundle` leaves them."""
_WITH_MODEL: Final = "with the model"


def room(root: Path = ROOT) -> Section:
    """Say how large each edition is, and from where that is known."""
    built = {
        edition: size for edition, name in EDITIONS.items() if (size := _megabytes(root / name))
    }
    whole = built.keys() == EDITIONS.keys()
    sizes = (
        built
        if whole
        else from_page((root / "docs" / "bundle_size.md").read_text(encoding="utf-8"))
    )
    source = "of `dist`" if whole else "of the last `make bundle` ([by package](bundle_size.md))"
    return Section(
        title="Room on disk",
        measured=f"Frozen builds with the model, {source}; no Python is needed beside them.",
        unit=Unit.MEGABYTES,
        rows=tuple(Row(name=f"Lentigo, {edition}", value=size) for edition, size in sizes.items()),
    )


def _megabytes(folder: Path) -> float:
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / 1e6


def from_page(text: str) -> dict[str, float]:
    """Find the sizes in the table of ``docs/bundle_size.md``."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines()
    ]
    heads = next((row for row in rows if set(EDITIONS) <= set(row)), [])
    for row in rows:
        if row[0] == _WITH_MODEL:
            return {heads[at]: float(cell) for at, cell in enumerate(row) if at}
    return {}
