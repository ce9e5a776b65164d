"""Journeys are offline: whoever looks a computer up, or speaks to one, fails the test.

Python's audit events come before the system is asked, whichever library asks; in this process and
in those that it starts, even where the error is swallowed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.guards.offline.sitecustomize import LOGS, refuse

# It can never be removed again, so it looks whether anybody is watched.
sys.addaudithook(refuse)


@contextmanager
def offline(log: Path, *, local_servers: bool = False) -> Iterator[None]:
    """Let nobody ask another computer; or only servers that the test itself runs on this one.

    Parameters
    ----------
    log : Path
        A file for what was tried.
    local_servers : bool
        Whether those may be asked.

    Raises
    ------
    AssertionError
        If somebody tried, at the end.
    """
    path = os.pathsep.join(filter(None, (str(Path(__file__).parent), os.environ.get("PYTHONPATH"))))
    changed = {"PYTHONPATH": path, "LENTIGO_OFFLINE_LOG": str(log)}
    changed["LENTIGO_OFFLINE_LOCAL"] = "1" if local_servers else ""
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    LOGS.append(str(log))
    try:
        yield
    finally:
        LOGS.pop()
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    tried = log.read_text(encoding="utf-8") if log.exists() else ""
    assert not tried, f"somebody asked another computer:\n{tried}"
