"""``lentigo classify --check``: what is found when the lesion cannot be seen."""

from __future__ import annotations

import sys

from core.commands.progress import ImageProgress
from core.engine.explainer import Explainer
from core.language import say
from core.model.classifier import Answer
from core.model.conclusion import with_hidden
from core.model.preparation import prepare
from core.results import Analysis


class Check:
    """Looks at each image twice more: without its lesion, and without all else.

    Parameters
    ----------
    explainer : Explainer
        Of the model that answers.
    """

    def __init__(self, explainer: Explainer) -> None:
        self._explainer = explainer

    def add_to(self, answer: Answer) -> Answer:
        """Return the answer with what was found.

        Raises
        ------
        InferenceError
            If the runtime fails.
        """
        if not isinstance(answer.outcome, Analysis) or answer.picture is None:
            return answer
        progress = ImageProgress(sys.stderr, name=answer.source.name, verb=say("Lesion hidden"))
        with progress:
            progress(0, 1)
            hidden = self._explainer.look_hidden(prepare(answer.picture, self._explainer.card))
        return answer._replace(outcome=with_hidden(answer.outcome, hidden))
