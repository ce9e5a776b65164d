"""``python -m training card``: an evaluation's figures onto the card of the bundle it measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.model import Bundle, save_bundle
from core.model.bundle_files import LICENCE
from core.trust.counts import EvidenceCounts
from training.errors import RunError
from training.precision.check import SECTION, checked

Json = dict[str, Any]

ADDABLE = ("evidence", "explanations", SECTION, "probes", "similar")
"""Sections of a report that can be put on a card by themselves."""


def put_on_card(bundle: Bundle, report: Path, *, sections: Sequence[str] = ()) -> Bundle:
    """Write the figures of ``report.json`` onto the card of `bundle`.

    Parameters
    ----------
    bundle : Bundle
        What was measured; replaced by one with the figures on its card.
    report : Path
        What ``python -m training evaluate`` wrote.
    sections : sequence of str
        Only these of the report, beside the figures that stand on the card and were measured on
        the same images; all of it by default.

    Raises
    ------
    RunError
        If the report cannot be read, measured another model, or it in all views, or, for sections,
        other images or not them.
    """
    metrics = _read(report)
    if metrics.get("model_sha256") != bundle.sha256:
        raise RunError(
            f"{report} measured another model than {bundle.folder}.",
            value=metrics.get("model_sha256"),
        )
    if metrics.pop("thorough", False):
        raise RunError(f"{report} measured thorough analysis, not the usual one.", value=report)
    if sections:
        metrics = _added(bundle.card.metrics, metrics, sections, report)
    evidence = bundle.card.evidence if sections else None
    if counts := metrics.pop("evidence", None):  # a field of its own on the card
        evidence = _evidence(counts, report)
    card = bundle.card
    if found := metrics.pop(SECTION, None):  # likewise
        card = checked(card, found)
    return save_bundle(
        bundle.folder,
        card=card.model_copy(update={"metrics": metrics, "evidence": evidence}),
        weights=bundle.weights,
        licence=(bundle.folder / LICENCE).read_text(encoding="utf-8"),
        graph=bundle.graph,
        references=bundle.references,
        int8_graph=bundle.int8_graph,
    )


def _read(report: Path) -> Json:
    try:
        metrics = json.loads(report.read_text(encoding="utf-8"))
        _ = metrics["model_sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(f"{report} is not a report of evaluate: {error}.", value=report) from error
    return dict(metrics)


def _evidence(counts: Json, report: Path) -> EvidenceCounts:
    try:
        return EvidenceCounts.model_validate(counts)
    except ValueError as error:
        raise RunError(f"{report} is not a report of evaluate: {error}.", value=report) from error


def _added(there: Json, measured: Json, sections: Sequence[str], report: Path) -> Json:
    """Take some sections; ``added`` says when and how they were measured."""
    if there.get("labels_sha256") != measured.get("labels_sha256"):
        raise RunError(f"{report} measured other images than the card's figures.", value=report)
    added = dict(there.get("added") or {})
    merged = dict(there)
    for name in sections:
        if not measured.get(name):
            raise RunError(f"{report} did not measure {name}.", value=name)
        merged[name] = measured[name]
        added[name] = {key: measured[key] for key in ("date", "command")}
    return {**merged, "added": added}
