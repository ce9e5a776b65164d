"""Heat maps over their pictures, as files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from core.files import write_whole
from core.images.encode import encode_png
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.overlay import render_overlay
from core.results import Analysis


class Overlays:
    """Writes ``NAME.heatmap.png`` for each answer into one folder.

    Parameters
    ----------
    folder : Path
        Where to write; made when first needed.
    card : Card
        Of the model that answers.
    code : str, optional
        The class to explain; each image's finding by default.
    """

    def __init__(self, folder: Path, card: Card, *, code: str | None = None) -> None:
        self._folder = folder
        self._card = card
        self._code = code
        self._named: Counter[str] = Counter()

    def write(self, answer: Answer) -> Path | None:
        """Write one overlay.

        Returns
        -------
        Path or None
            The file; None where there was no analysis.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        if not isinstance(answer.outcome, Analysis) or answer.picture is None:
            return None
        pixels = render_overlay(answer.picture.pixels, answer.outcome, self._card, code=self._code)
        path = self._folder / f"{self._name(answer.source)}.heatmap.png"
        write_whole(path, encode_png(pixels, description=STATEMENT))
        return path

    def _name(self, source: Path) -> str:
        """Name of the source; images of one name from several folders are numbered."""
        name = source.stem or "image"
        self._named[name.casefold()] += 1
        count = self._named[name.casefold()]
        return name if count == 1 else f"{name}-{count}"
