"""Keeps the chatter of native libraries off the terminal.

TensorFlow's C++ side writes start-up notes straight to file descriptor 2, before any setting of
its own can stop it. They are kept for the log, and shown when something fails.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2
_log = logging.getLogger(__name__)


@contextmanager
def quiet_native_stderr() -> Iterator[None]:
    """Hold back what native code writes to standard error; log it at debug level afterwards.

    If the body raises, what was held back is written after all.
    """
    try:
        terminal = os.dup(_STDERR)
    except OSError:  # a windowed program has no standard error
        yield
        return
    with tempfile.TemporaryFile() as held:
        sys.stderr.flush()
        os.dup2(held.fileno(), _STDERR)
        try:
            yield
        except BaseException:
            os.dup2(terminal, _STDERR)
            os.write(_STDERR, _content(held.fileno()))
            raise
        finally:
            os.dup2(terminal, _STDERR)
            os.close(terminal)
        _log.debug("%s", _content(held.fileno()).decode(errors="replace"))


def _content(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 1 << 20)
