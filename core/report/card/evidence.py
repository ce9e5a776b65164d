"""How the model's findings turned out, by how probable they were."""

from __future__ import annotations

from collections.abc import Iterator

from core.language import say
from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.evidence_words import band_words, told
from core.taxonomy import LesionClass
from core.trust.counts import EvidenceCounts
from core.trust.evidence import FEWEST, look_up
from core.trust.patient import Patient


def evidence(card: Card) -> tuple[Block, ...]:
    """Give a row for each class, a column for each band of its probability."""
    counts = card.evidence
    if counts is None:
        return ()
    bands = range(len(counts.edges) + 1)
    heads = (say("finding"), *(band_words(counts.limits(band)) for band in bands))
    rows = tuple(row for entry in card.classes for row in _rows(counts, entry))
    said = say(
        "Right findings among {lesions:,} test lesions, each counted once, by one of its images; "
        "bands of the probability as calibrated. In brackets Wilson's 95 % intervals, in percent. "
        "Fewer than {fewest} lesions are no evidence. The card's file has the counts by body site "
        "and age as well; the window and `lentigo classify` look them up.",
        lesions=counts.lesions,
        fewest=FEWEST,
    )
    return Grid(heads, rows), Words(said)


def _rows(counts: EvidenceCounts, entry: LesionClass) -> Iterator[tuple[str, ...]]:
    lows = (counts.limits(band)[0] for band in range(len(counts.edges) + 1))
    records = [
        look_up(counts, finding=entry.code, probability=low, patient=Patient())[0] for low in lows
    ]
    yield entry.shown_name, *map(told, records)
    if any(record.harder for record in records):
        harder = (record.harder or record for record in records)
        yield say("{name}, not by follow-up alone", name=entry.shown_name), *map(told, harder)
