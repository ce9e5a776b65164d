"""Where the engine's process answers questions, in a thread beside its images.

A question may take seconds, and the first that needs gradients loads TensorFlow; meanwhile images
are answered as ever.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import cached_property, partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

from core.engine.protocol import Asked, Declined, Progressed, Replied, portable
from core.engine.questions import Why
from core.errors import InferenceError, LentigoError
from core.language import say

if TYPE_CHECKING:
    from core.engine.explainer import Explainer
    from core.engine.protocol import Reply
    from core.engine.request import EngineRequest
    from core.model import Classifier

Send = Callable[[Progressed | Replied | Declined], None]
_log = logging.getLogger(__name__)


class Desk:
    """Answers one question after the other.

    Parameters
    ----------
    classifier : Classifier
        Whose answers are asked about.
    engine : EngineRequest
        As the user chose it.
    send : callable
        Takes progress and replies, from any thread; raises nothing.
    """

    def __init__(self, classifier: Classifier, *, engine: EngineRequest, send: Send) -> None:
        self._classifier = classifier
        self._engine = engine
        self._send = send
        self._asked: SimpleQueue[Asked] = SimpleQueue()
        self._stopped = 0
        self._thread: threading.Thread | None = None

    def ask(self, asked: Asked) -> None:
        """Queue a question."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="lentigo-desk", daemon=True)
            self._thread.start()
        self._asked.put(asked)

    def stop(self, number: int) -> None:
        """Leave a question and those before it alone, from the next step on."""
        self._stopped = number

    def _work(self) -> None:
        while True:
            asked = self._asked.get()
            self._send(self._handle(asked))

    def _handle(self, asked: Asked) -> Replied | Declined:
        try:
            return Replied(asked.number, self._reply(asked))
        except LentigoError as error:
            return Declined(asked.number, portable(error))
        except Exception as error:  # noqa: BLE001  # the parent must hear of it
            _log.exception("a question could not be answered")
            message = say(
                "This could not be computed because of a fault in the engine ({name}).",
                name=type(error).__name__,
            )
            return Declined(asked.number, InferenceError(message, value=type(error).__name__))

    def _reply(self, asked: Asked) -> Reply:
        from core.explain.methods import Watch

        question, explainer = asked.question, self._explainer
        watch = Watch(
            lambda done, total: self._send(Progressed(asked.number, done, total)),
            cancelled=partial(self._is_stopped, asked.number),
        )
        if not isinstance(question, Why):
            return explainer.look_hidden(asked.prepared)
        target = explainer.target(question.code, versus=question.versus)
        return explainer.explain(asked.prepared, method=question.method, target=target, watch=watch)

    def _is_stopped(self, number: int) -> bool:
        return number <= self._stopped

    @cached_property
    def _explainer(self) -> Explainer:
        from core.engine.explainer import Explainer  # not before anybody asks

        return Explainer(self._classifier, engine=self._engine)
