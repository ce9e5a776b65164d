"""What may stand in logs and crash reports: what failed and where in the program, never about whom.

A file's name may be a patient's, and so may whatever an error quotes. So logs and reports hold the
kinds of errors, the places in our code and counts, no names, no paths, no values. That is kept
here, in one place: whatever reaches a log, a last resort or a warning goes through it.

`docs/privacy.md` tells users; ``LENTIGO_FULL_LOGS=1`` shows all to whoever looks for a fault.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from types import TracebackType
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_VARIABLE: Final = "LENTIGO_FULL_LOGS"
_OURS: Final = frozenset({"__main__", "core", "desktop", "training"})
_WITHHELD: Final = "what it says is withheld, because it may name a patient"
_HINT: Final = f"Lentigo met a fault of its own. {_VARIABLE}=1 shows all of it, names as well.\n"


class Word(str):
    """A word that names nobody, of the program's own: a setting's name, an exit status in words."""

    __slots__ = ()


_HARMLESS: Final = (bool, int, float, Enum, Word)


class PrivateFormatter(logging.Formatter):
    """Writes records without what may name somebody."""

    def format(self, record: logging.LogRecord) -> str:
        """Give level, origin, our own words, and where an error came from."""
        lines = [f"{record.levelname} {record.name}: {_words(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.append(private_traceback(record.exc_info[1]))
        return "\n".join(lines)


def set_up(stream: IO[str] | None = None, *, level: int = logging.WARNING) -> None:
    """Send logs, warnings and what nobody caught to a stream, in this way. Once for a process.

    Parameters
    ----------
    stream : text file, optional
        By default, standard error.
    level : int, optional
        Of what is written.
    """
    _leave_no_memory_behind()
    if os.environ.get(_VARIABLE):
        logging.basicConfig(stream=stream, level=level)
        _keep_log()
        return
    _keep_log()
    handler = logging.StreamHandler(stream)
    handler.setLevel(level)
    handler.setFormatter(PrivateFormatter())
    logging.getLogger().addHandler(handler)
    logging.captureWarnings(capture=True)
    sys.excepthook = _on_crash
    sys.unraisablehook = _on_unraisable
    threading.excepthook = _on_thread


def private_traceback(error: BaseException) -> str:
    """Say where an error came from: kinds of errors and places in the code, the first cause first.

    Parameters
    ----------
    error : BaseException
        With its causes.
    """
    return "\n".join(line for one in reversed(list(_chain(error))) for line in _lines(one))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    yield "Traceback (most recent call last):"
    yield from _places(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__} ({_WITHHELD})"


def _places(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        frame = traceback.tb_frame
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}, line {traceback.tb_lineno}, in {frame.f_code.co_name}"
        traceback = traceback.tb_next


def _words(record: logging.LogRecord) -> str:
    """Give our own words, and of what libraries say only that they do."""
    if record.name.partition(".")[0] not in _OURS:
        return _WITHHELD
    given = record.args
    if isinstance(given, tuple):
        with suppress(TypeError, ValueError):  # a number was meant, and something else withheld
            return str(record.msg) % tuple(map(_safe, given)) if given else str(record.msg)
    return str(record.msg)


def _safe(value: object) -> object:
    return value if value is None or isinstance(value, _HARMLESS) else type(value).__name__


def _on_crash(
    _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    _report(error)


def _on_thread(caught: threading.ExceptHookArgs) -> None:
    if caught.exc_value is not None:
        _report(caught.exc_value)


def _on_unraisable(caught: UnraisableHookArgs) -> None:
    if caught.exc_value is not None:
        _report(caught.exc_value)


def _report(error: BaseException) -> None:
    said = private_traceback(error)
    with suppress(Exception):  # what breaks here must not hide what broke before
        from core.diagnostics.crash_files import keep_crash

        keep_crash(said)
    if sys.stderr is not None:
        sys.stderr.write(f"{_HINT}{said}\n")


def _keep_log() -> None:
    """Write what went wrong into the user's log, in this way whatever is shown."""
    from core.diagnostics.log_file import LogFile

    handler = LogFile(logging.WARNING)
    handler.setFormatter(PrivateFormatter())
    logging.getLogger().addHandler(handler)


def _leave_no_memory_behind() -> None:
    """Have the system write no core dump: it holds what was on the screen."""
    if sys.platform != "win32":
        import resource  # Windows has none

        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
