"""What bringing images into an atlas takes, beside ``lentigo batch`` on the same files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.pictures import write_pictures
from benchmarks.timing import interleave
from core.atlas.build import build_atlas
from core.batch.job import BatchJob
from core.batch.results import ResultsFile
from core.batch.table import columns_of
from core.batch.writing import AnswerWriter, reading_of
from core.datasets import Dataset, Sample
from core.datasets.statement import Statement
from core.engine import open_classifier
from core.model import Bundle, Classifier

BATCH: Final = "lentigo batch"
ATLAS: Final = "lentigo atlas build"
COPIED: Final = "lentigo atlas build --copy"
PLAIN: Final = "lentigo atlas build --no-model"
_STATEMENT: Final = Statement(name="drawn", licence="none", source="none")

Say = Callable[[str], None]


def report(bundle: Bundle, *, images: int, rounds: int, say: Say) -> None:
    """Measure and print images a second, and how many times as fast as a batch that is.

    Parameters
    ----------
    bundle : Bundle
        The model.
    images : int
        Files in a round.
    rounds : int
        Of each way, in turn.
    say : callable
        Takes lines.
    """
    with TemporaryDirectory(prefix="lentigo-building-") as name:
        paths = write_pictures(Path(name) / "images", images=images)
        timings = interleave(ways(bundle, paths, out=Path(name)), rounds=rounds, warm_up=0)
    say(f"\n{images} files of 600 x 450 brought in, median of {rounds} rounds in turn:\n")
    say(f"{'':58}  {'images/s':>8}  {'x batch':>7}")
    for way, timing in timings.items():
        ratio = timings[BATCH].ratio_to(timing)
        say(f"{way:58}  {images / timing.median:8.1f}  {ratio:7.2f}")


def ways(
    bundle: Bundle, paths: Sequence[Path], *, out: Path
) -> Mapping[str, Callable[[], Sequence[object]]]:
    """Build all ways; each begins in a folder of its own, and gives what it made of each file."""
    classifier = open_classifier(bundle)
    samples = tuple(Sample(path.name, path, "nv") for path in paths)
    dataset, turns = Dataset(out, _STATEMENT, samples), count()

    def build(model: Classifier | None, *, copy: bool = False) -> Sequence[object]:
        folder = out / f"atlas-{next(turns)}"
        return build_atlas(dataset, model, out=folder, copy=copy).atlas.library.every()

    return {
        BATCH: lambda: _batch(classifier, paths, out / f"batch-{next(turns)}.csv"),
        ATLAS: lambda: build(classifier),
        COPIED: lambda: build(classifier, copy=True),
        PLAIN: lambda: build(None),
    }


def _batch(classifier: Classifier, paths: Sequence[Path], table: Path) -> Sequence[object]:
    """Do what the command does."""
    card, sha256 = classifier.bundle.card, classifier.bundle.sha256
    reading = reading_of(classifier.interpretation, thorough=classifier.thorough)
    job = BatchJob((paths[0].parents[1],), table)
    writer = AnswerWriter(job, card, sha256, reading)
    answers = []
    with ResultsFile(table, columns_of(card), sha256=sha256, reading=reading) as results:
        for answer in classifier.analyse_many(paths):
            results.add(writer.row(answer))
            answers.append(answer)
    return answers
