"""How the model's findings turned out, by how probable they were."""

from __future__ import annotations

from collections.abc import Iterator

from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import plural
from core.report.evidence_words import band_words, told
from core.trust.counts import EvidenceCounts
from core.trust.evidence import FEWEST, look_up
from core.trust.patient import Patient


def evidence(card: Card) -> tuple[Block, ...]:
    """Give a row for each class, a column for each band of its probability."""
    counts = card.evidence
    if counts is None:
        return ()
    bands = range(len(counts.edges) + 1)
    heads = ("finding", *(band_words(counts.limits(band)) for band in bands))
    rows = tuple((entry.name, *_cells(counts, entry.code)) for entry in card.classes)
    said = (
        f"Right findings among {plural(counts.lesions, 'test lesion')}, each counted once, by one "
        "of its images; bands of the probability as calibrated. In brackets Wilson's 95 % "
        f"intervals, in percent. Fewer than {FEWEST} lesions are no evidence. The card's file has "
        "the counts by body site and age as well; the window and `lentigo classify` look them up."
    )
    return Grid(heads, rows), Words(said)


def _cells(counts: EvidenceCounts, code: str) -> Iterator[str]:
    for band in range(len(counts.edges) + 1):
        low, _ = counts.limits(band)
        record = look_up(counts, finding=code, probability=low, patient=Patient())[0]
        yield told(record)
