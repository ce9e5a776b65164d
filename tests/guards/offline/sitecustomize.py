"""Watches the processes that a journey starts: Python imports this at the start of each of them.

It stands alone, because some of them cannot import the tests.
"""

import os
import sys
from pathlib import Path

LOGS = [os.environ.get("LENTIGO_OFFLINE_LOG", "")]
"""What is noted where; with nothing in the last place nobody is watched."""
_LOCAL = ("127.0.0.1", "::1", "localhost")
_PLACES = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}


def refuse(event: str, given: tuple[object, ...]) -> None:
    """Note whoever wants to speak to another computer, and let them not."""
    place = _PLACES.get(event)
    if place is None or not LOGS[-1]:
        return
    wanted = given[place]
    if place == 1 and not isinstance(wanted, tuple):  # a socket that is a file
        return
    host = wanted[0] if isinstance(wanted, tuple) else wanted
    if host in _LOCAL and os.environ.get("LENTIGO_OFFLINE_LOCAL"):
        return
    with Path(LOGS[-1]).open("a", encoding="utf-8") as log:
        log.write(f"{event} {host}\n")
    raise PermissionError(f"no test may ask {host}")


if LOGS[-1]:
    sys.addaudithook(refuse)
