"""Hear what decoders mutter, instead of letting it reach the terminal.

Pillow warns, pydicom warns and logs. What matters of it becomes a notice of the record.
"""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOGGERS: Final = ("PIL", "pydicom", "pi_heif")


class _Ear(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record.getMessage())


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Collect the warnings and log records of decoders while the context is open.

    Python's warning filters belong to the whole process, so this is meant for a process that
    decodes one file at a time, as our workers do.

    Yields
    ------
    list of str
        Grows with every remark; warnings come in at the end.
    """
    heard: list[str] = []
    ear = _Ear(heard)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [(logger, logger.propagate) for logger in loggers]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        for logger in loggers:
            logger.addHandler(ear)
            logger.propagate = False
        try:
            yield heard
        finally:
            for logger, propagate in before:
                logger.removeHandler(ear)
                logger.propagate = propagate
            heard.extend(str(item.message) for item in warned)
