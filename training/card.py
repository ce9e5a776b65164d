"""``python -m training card``: an evaluation's figures onto the card of the bundle it measured."""

from __future__ import annotations

import json
from pathlib import Path

from core.model import Bundle, save_bundle
from core.model.bundle import LICENCE
from training.errors import RunError


def put_on_card(bundle: Bundle, report: Path) -> Bundle:
    """Write the figures of ``report.json`` onto the card of `bundle`.

    Parameters
    ----------
    bundle : Bundle
        What was measured; replaced by one with the figures on its card.
    report : Path
        What ``python -m training evaluate`` wrote.

    Raises
    ------
    RunError
        If the report cannot be read, or measured another model.
    """
    try:
        metrics = json.loads(report.read_text(encoding="utf-8"))
        measured = metrics["model_sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(f"{report} is not a report of evaluate: {error}.", value=report) from error
    if measured != bundle.sha256:
        raise RunError(f"{report} measured another model than {bundle.folder}.", value=measured)
    return save_bundle(
        bundle.folder,
        card=bundle.card.model_copy(update={"metrics": metrics}),
        weights=bundle.weights,
        licence=(bundle.folder / LICENCE).read_text(encoding="utf-8"),
        graph=bundle.graph,
        references=bundle.references,
    )
