"""``lentigo batch``: a folder of any size into a table, which goes on where it was stopped."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.batch.results import ResultsFile
from core.batch.table import columns_of, row_of, safe_name
from core.commands.batch_progress import BatchProgress
from core.commands.model_options import (
    add_model_options,
    add_reading_options,
    open_model,
    read_as_asked,
)
from core.errors import LentigoError, UsageError
from core.files import write_whole
from core.images import find_images
from core.images.encode import encode_png
from core.model import STATEMENT, Card, Classifier
from core.model.classifier import Answer
from core.report.overlay import render_overlay
from core.results import Analysis
from core.trust.interpretation import Interpretation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``batch``."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="walked with all that is below")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="CSV",
        help="one row an image; a file that is there is gone on with",
    )
    parser.add_argument("--overlay", type=Path, metavar="DIR", help="heat maps, in like folders")
    add_model_options(parser)
    add_reading_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Analyse what has no row yet.

    Returns
    -------
    int
        0; 1 if some images gave no answer: their rows say why.

    Raises
    ------
    LentigoError
        If nothing can be analysed, or the table cannot be written.
    """
    _require_apart(arguments.folder, arguments.overlay)
    classifier = open_model(arguments)
    read_as_asked(classifier, arguments)
    work = Work(arguments.folder, classifier, arguments.overlay)
    with ResultsFile(
        arguments.out, columns_of(work.card), sha256=work.sha256, reading=work.reading
    ) as results:
        return _fill(results, work)


def _require_apart(folder: Path, overlays: Path | None) -> None:
    """Check that there is a folder, and that heat maps would not be taken for images of it."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder.", value=folder)
    if overlays is not None and overlays.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            f"{overlays} lies in {folder}: the next time, its heat maps would be taken for images.",
            value=overlays,
        )


def _fill(results: ResultsFile, work: Work) -> int:
    files = [path for path in find_images([work.folder]) if work.name(path) not in results.done]
    failed = False
    with BatchProgress(sys.stderr, done=len(results.done), to_do=len(files)) as progress:
        for answer in work.answers(files):
            results.add(work.row(answer))
            failed = failed or isinstance(answer.outcome, LentigoError)
            progress.step()
    sys.stderr.write(f"{STATEMENT}\n")
    return int(failed)


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each image.

    Parameters
    ----------
    folder : Path
        Which the names in the table are relative to.
    classifier : Classifier
        That answers.
    overlays : Path, optional
        Folder for heat maps.
    """

    folder: Path
    classifier: Classifier
    overlays: Path | None

    @property
    def card(self) -> Card:
        """Of the model."""
        return self.classifier.bundle.card

    @property
    def sha256(self) -> str:
        """Of the model."""
        return self.classifier.bundle.sha256

    @property
    def reading(self) -> str:
        """How answers are read, in a few words; empty where nothing was chosen."""
        how: Interpretation = self.classifier.interpretation
        mix = ",".join(f"{code}={share:g}" for code, share in (how.prevalence or {}).items())
        parts = ("thorough" if self.classifier.thorough else "", how.operating_point, mix)
        return " ".join(filter(None, parts))

    def name(self, path: Path) -> str:
        """Name an image as it stands in the table."""
        return safe_name(path.relative_to(self.folder).parts)

    def row(self, answer: Answer) -> dict[str, str]:
        """Make the row of an answer."""
        name = self.name(answer.source)
        row = row_of(answer, self.card, name=name, reading=self.reading, sha256=self.sha256)
        return dict(row)

    def answers(self, files: list[Path]) -> Iterator[Answer]:
        """Analyse, and write the heat maps; where one cannot be written, the work stops."""
        for answer in self.classifier.analyse_many(files):
            self._write_overlay(answer)
            yield answer

    def _write_overlay(self, answer: Answer) -> None:
        if self.overlays is None or answer.picture is None:
            return
        if isinstance(answer.outcome, Analysis):
            shown = render_overlay(answer.picture.pixels, answer.outcome, self.card)
            relative = answer.source.relative_to(self.folder)
            path = self.overlays / relative.with_name(f"{relative.name}.heatmap.png")
            write_whole(path, encode_png(shown, description=STATEMENT))
