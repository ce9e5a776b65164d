"""Heat maps over their pictures, as files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from core.commands.progress import ImageProgress
from core.engine.explainer import Explainer
from core.errors import UsageError
from core.explain.methods import METHODS, Method, Watch
from core.file_names import FileNames
from core.files import write_whole
from core.images import Picture
from core.images.encode import encode_png
from core.language import say
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.model.preparation import prepare
from core.report.overlay import Explanation, render_overlay
from core.results import Analysis


@dataclass(frozen=True, slots=True)
class Question:
    """What is explained, and how.

    Parameters
    ----------
    method : Method
        The way.
    code : str, optional
        The class; each image's finding by default.
    versus : str, optional
        The class that it is set against.
    """

    method: Method = Method.GRAD_CAM
    code: str | None = None
    versus: str | None = None

    def require_fit(self, card: Card) -> None:
        """Check that a model has these classes.

        Raises
        ------
        UsageError
            If it does not.
        """
        for code in (self.code, self.versus):
            if code is not None and code not in card.codes:
                raise UsageError(
                    say(
                        "The model has no class {code!r}. It has: {names}.",
                        code=code,
                        names=", ".join(card.codes),
                    ),
                    value=code,
                )
        if self.code is not None and self.code == self.versus:
            raise UsageError(say("A class cannot be set against itself."), value=self.code)


class Overlays:
    """Writes ``NAME.heatmap.png`` for each answer into one folder.

    Parameters
    ----------
    folder : Path
        Where to write; made when first needed.
    explainer : Explainer
        Of the model that answers.
    question : Question
        What to explain, and how.

    Raises
    ------
    GradientsUnavailable
        If the method needs gradients and nothing here computes them.
    """

    def __init__(self, folder: Path, explainer: Explainer, question: Question) -> None:
        explainer.require(question.method)
        self._folder = folder
        self._explainer = explainer
        self._question = question
        self._names = FileNames()

    def add_to(self, answer: Answer) -> Answer:
        """Write one overlay, and hand the answer on: see `write`."""
        self.write(answer)
        return answer

    def write(self, answer: Answer) -> Path | None:
        """Write one overlay.

        Returns
        -------
        Path or None
            The file; None where there was no analysis.

        Raises
        ------
        UnknownTarget
            If the finding was to be set against itself.
        InferenceError
            If the runtime fails over the method's map.
        OutputError
            If it cannot be written.
        """
        if not isinstance(answer.outcome, Analysis) or answer.picture is None:
            return None
        name = self._names.of(answer.source)
        explanation = self._explain(answer.picture, answer.outcome, name)
        pixels = render_overlay(
            answer.picture.pixels,
            answer.outcome,
            self._explainer.card,
            code=self._question.code,
            versus=self._question.versus,
            explanation=explanation,
        )
        path = self._folder / f"{name}.heatmap.png"
        write_whole(path, encode_png(pixels, description=STATEMENT))
        return path

    def _explain(self, picture: Picture, analysis: Analysis, name: str) -> Explanation | None:
        """Compute the map, or None for the one that the analysis brings along."""
        card, asked = self._explainer.card, self._question
        code = asked.code or analysis.finding
        target = self._explainer.target(code, versus=asked.versus)
        if asked.method is Method.GRAD_CAM:
            return None
        progress = ImageProgress(sys.stderr, name=name, verb=METHODS[asked.method].name)
        with progress:
            heat = self._explainer.explain(
                prepare(picture, card), method=asked.method, target=target, watch=Watch(progress)
            )
        return Explanation(asked.method, heat)
