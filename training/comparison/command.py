"""``python -m training compare RUN… --out DIR``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from training.comparison.judged import Judged, read_judged
from training.comparison.paired import compare_two, holm
from training.comparison.table import Line, as_json, as_markdown, balanced, draw
from training.console import say
from training.errors import RunError
from training.pages.files import prepare_folder, write_text

_BEGIN = "<!-- {section}: begin -->"
_END = "<!-- {section}: end -->"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``compare``."""
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="evaluated runs")
    parser.add_argument("--out", type=Path, metavar="DIR", help="for compare.json, .md and .png")
    parser.add_argument(
        "--random",
        nargs="*",
        type=Path,
        default=[],
        metavar="RUN",
        help="the same experiments on a split that tears lesions apart",
    )
    parser.add_argument(
        "--markdown",
        type=Path,
        metavar="FILE",
        help="write the tables into this file, between the lines <!-- NAME: begin --> and end",
    )
    parser.add_argument(
        "--section", default="compare", metavar="NAME", help="of that file; default: %(default)s"
    )
    parser.add_argument(
        "--unpaired",
        action="store_true",
        help="the runs were measured on different images: show them, and test nothing",
    )


def run(arguments: argparse.Namespace) -> int:
    """Compare, print the tables, write the files.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If a run has no report, or they were measured on different images.
    """
    runs = [read_judged(place) for place in arguments.runs]
    claimed = {judged.name: judged for judged in map(read_judged, arguments.random)}
    lines = shown(runs) if arguments.unpaired else compared(runs, claimed=claimed)
    text = as_markdown(lines)
    sys.stdout.write(text)
    if arguments.markdown is not None:
        _put_between(arguments.markdown, text, section=arguments.section)
    if arguments.out is not None:
        prepare_folder(arguments.out)
        draw(lines, arguments.out / "compare.png")
        write_text(arguments.out / "compare.md", text)
        write_text(arguments.out / "compare.json", json.dumps(as_json(lines), indent=2) + "\n")
        say(f"{arguments.out / 'compare.md'}")
    return 0


def compared(runs: Sequence[Judged], *, claimed: dict[str, Judged]) -> list[Line]:
    """Sort runs by balanced accuracy and test each against the best.

    Parameters
    ----------
    runs : sequence of Judged
        Measured on the same images.
    claimed : dict of str to Judged
        The same experiments on another split, by name; not tested, only told.

    Raises
    ------
    RunError
        If they were measured on different images.
    """
    _require_same_images(runs)
    ranked = sorted(runs, key=lambda judged: -(balanced(judged.report).value or 0.0))
    best, *others = ranked
    pairs = [compare_two(best.scored, other.scored) for other in others]
    adjusted = holm([pair.p for pair in pairs])
    return [
        Line(best, random=claimed.get(best.name)),
        *(
            Line(other, pair, p, claimed.get(other.name))
            for other, pair, p in zip(others, pairs, adjusted, strict=True)
        ),
    ]


def shown(runs: Sequence[Judged]) -> list[Line]:
    """Set runs beside each other, as they were named, without a test."""
    return [Line(judged) for judged in runs]


def _require_same_images(runs: Sequence[Judged]) -> None:
    first = runs[0]
    for other in runs[1:]:
        if other.images != first.images or (other.scored.truth != first.scored.truth).any():
            shared = len(set(first.images) & set(other.images))
            raise RunError(
                f"{first.name} and {other.name} were measured on different images or labels "
                f"({len(first.images):,} and {len(other.images):,}, {shared:,} of them shared): "
                "they cannot be compared.",
                value=other.name,
            )


def _put_between(path: Path, text: str, *, section: str) -> None:
    first, last = (line.format(section=section) for line in (_BEGIN, _END))
    try:
        before, begin, rest = path.read_text(encoding="utf-8").partition(first)
    except OSError as error:
        raise RunError(f"{path} cannot be read: {error.strerror}.", value=path) from error
    _, end, after = rest.partition(last)
    if not begin or not end:
        raise RunError(f"{path} lacks the lines {first} and {last}.", value=path)
    write_text(path, f"{before}{first}\n\n{text}\n{last}{after}")
