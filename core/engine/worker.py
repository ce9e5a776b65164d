"""The engine's process: loads the model, answers one image after the other, and may die of it."""

from __future__ import annotations

import importlib
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from core.children import end_with_parent, settle_in
from core.engine.desk import Desk
from core.engine.protocol import (
    Answered,
    Asked,
    Loaded,
    Message,
    Ready,
    Refused,
    Stop,
    Unable,
    Work,
    portable,
)
from core.engine.quick import QuickRuntimes
from core.errors import EngineUnavailable, InferenceError, LentigoError
from core.language import say
from core.model import Bundle, Classifier

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from core.engine.settings import EngineSettings

_STDOUT: Final = 1
_STDERR: Final = 2
_MOST_CHATTER: Final = 1 << 20  # bytes
_log = logging.getLogger(__name__)


def serve(connection: Connection, settings: EngineSettings, chatter: str) -> None:
    """Answer until the parent hangs up.

    Parameters
    ----------
    connection : Connection
        This process's end of its own pipe.
    settings : EngineSettings
        Which model, on what.
    chatter : str
        File that takes what native libraries write to the terminal.
    """
    _redirect(chatter)
    settle_in(level=logging.DEBUG)
    logging.getLogger("core").setLevel(logging.DEBUG)
    end_with_parent()
    with suppress(EOFError, OSError):  # the parent has hung up
        classifier = _start(connection, settings)
        if classifier is not None:
            _work(connection, classifier, settings)


def _work(connection: Connection, classifier: Classifier, settings: EngineSettings) -> None:
    lock = threading.Lock()

    def send(message: Message) -> None:
        with lock, suppress(OSError):  # the parent has hung up: the next `recv` says so, too
            connection.send(message)

    quick = QuickRuntimes(classifier, settings.device)
    desk = Desk(classifier, engine=settings.engine, send=send)
    while True:
        match connection.recv():
            case Work() as work:
                send(_answer(classifier, work, quick))
            case Asked() as asked:
                desk.ask(asked)
            case Stop(number=number):
                desk.stop(number)
        _bound_chatter()


def _start(connection: Connection, settings: EngineSettings) -> Classifier | None:
    try:
        bundle = Bundle.load(settings.model)
        connection.send(Loaded(bundle.described))
        open_classifier = _factory(settings.runtime_factory)
        classifier = open_classifier(bundle, device=settings.device, engine=settings.engine)
    except LentigoError as error:
        connection.send(Unable(portable(error)))
        return None
    except Exception as error:  # noqa: BLE001  # the parent must hear of it
        _log.exception("the runtime does not load")
        message = say(
            "The runtime does not load: {name}: {error}", name=type(error).__name__, error=error
        )
        connection.send(Unable(EngineUnavailable(message, value=type(error).__name__)))
        return None
    connection.send(Ready(classifier.runtime.engine, classifier.runtime.choice))
    return classifier


def _factory(path: str) -> Callable[..., Classifier]:
    module, _, name = path.partition(":")
    factory: Callable[..., Classifier] = getattr(importlib.import_module(module), name)
    return factory


def _answer(classifier: Classifier, work: Work, quick: QuickRuntimes) -> Answered | Refused:
    try:
        if (runtime := quick.of(work.quick)) is not None:
            return Answered(runtime.run(work.views), work.quick)
        return Answered(classifier.runtime.run(work.views))
    except LentigoError as error:
        return Refused(portable(error))
    except Exception as error:  # noqa: BLE001  # the parent must hear of it
        _log.exception("the runtime failed")
        message = say(
            "This image could not be analysed because of a fault in the engine ({name}).",
            name=type(error).__name__,
        )
        return Refused(InferenceError(message, value=type(error).__name__))


def _redirect(chatter: str) -> None:
    """Send standard output and error into a file; the parent logs it."""
    descriptor = os.open(chatter, os.O_WRONLY | os.O_APPEND)
    with suppress(OSError):  # so that it cannot outlive a parent that is killed; Windows refuses
        os.unlink(chatter)  # noqa: PTH108  # it comes as text
    for stream in (_STDOUT, _STDERR):
        os.dup2(descriptor, stream)
    os.close(descriptor)
    # A windowed program has none of these, yet some libraries write to them.
    sys.stdout = os.fdopen(_STDOUT, "w", buffering=1, encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(
        _STDERR, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
    )


def _bound_chatter() -> None:
    """Begin the file anew when a talkative driver has filled it."""
    if os.fstat(_STDERR).st_size > _MOST_CHATTER:
        os.ftruncate(_STDERR, 0)
