"""HTTP to the archive: https alone, bounded, patient where the archive asks for patience."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from core.errors import (
    ArchiveAddressError,
    ArchiveAnswerError,
    ArchiveBusy,
    ArchiveUnreachable,
)
from core.language import say

_TIMEOUT_S: Final = (10.0, 60.0)
"""To connect, and for each part of an answer."""
_BUSY: Final = frozenset({429, 502, 503, 504})
_TRIES: Final = 5
_FIRST_TRIES: Final = 2
"""Before anything was answered: who is offline should not wait to be told so."""
_LONGEST_WAIT_S: Final = 300.0
_REDIRECTS: Final = 3
_PART: Final = 1 << 16
_HERE: Final = ("localhost", "127.0.0.1", "::1")


def is_local(url: str) -> bool:
    """Whether an address is on this computer."""
    try:
        return urlsplit(url).hostname in _HERE
    except ValueError:
        return False


class Transport:
    """Fetches addresses.

    Parameters
    ----------
    local : bool
        Whether http: is accepted for this computer, as in tests; other computers are only ever
        asked by https:.
    sleep : callable
        Waits for so many seconds.
    """

    def __init__(self, *, local: bool = False, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep
        self._reached = False
        self._session = requests.Session()
        self._session.headers["User-Agent"] = "Lentigo"
        self._session.auth = _nobody  # no name and password out of the user's files
        self._session.max_redirects = _REDIRECTS
        self._session.mount("http://", _Plain(local=local))

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def get(self, url: str, *, most: int, query: dict[str, str] | None = None) -> bytes:
        """Fetch what lies at an address.

        Parameters
        ----------
        url : str
            The address.
        most : int
            Bytes that the answer may have.
        query : dict of str to str, optional
            Added to the address.

        Raises
        ------
        ArchiveAddressError
            If it is not https:.
        ArchiveUnreachable
            If nobody answers.
        ArchiveBusy
            If the archive goes on asking to wait.
        ArchiveAnswerError
            If it answers with an error, or with more than it may.
        """
        for tried in range(1, _TRIES + 1):
            try:
                answer = self._session.get(url, params=query, timeout=_TIMEOUT_S, stream=True)
                self._reached = True
                with closing(answer):
                    if answer.status_code not in _BUSY:
                        return _content(answer, most=most)
                    wait = _asked_wait(answer, tried)
            except (requests.exceptions.InvalidSchema, requests.exceptions.InvalidURL) as error:
                raise _unsafe(url) from error
            except (requests.ConnectionError, requests.Timeout) as error:
                if tried == (_TRIES if self._reached else _FIRST_TRIES):
                    raise _unreachable(url) from error
                wait = float(2 ** (tried - 1))
            except requests.RequestException as error:
                raise _odd(url) from error
            if wait > _LONGEST_WAIT_S or tried == _TRIES:
                raise _busy(url)
            self._sleep(wait)
        raise _busy(url)


class _Plain(HTTPAdapter):
    """Refuses http:, also where an answer sends there."""

    def __init__(self, *, local: bool) -> None:
        self._local = local
        super().__init__()

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # type: ignore[override]  # noqa: ANN401 - requests' own signature
        if not (self._local and is_local(request.url or "")):
            raise requests.exceptions.InvalidSchema(request.url)
        return super().send(request, **options)


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _content(answer: requests.Response, *, most: int) -> bytes:
    if answer.status_code != requests.codes.ok:
        raise ArchiveAnswerError(
            say(
                "{host} answers with the error {status}.",
                host=_host(answer.url),
                status=answer.status_code,
            ),
            value=answer.status_code,
        )
    parts, length = [], 0
    for part in answer.iter_content(_PART):
        length += len(part)
        if length > most:
            raise ArchiveAnswerError(
                say("{host} sends more than an answer may have.", host=_host(answer.url))
            )
        parts.append(part)
    return b"".join(parts)


def _asked_wait(answer: requests.Response, tried: int) -> float:
    """Seconds to wait: as the archive asks, in seconds or as a date, else longer each time."""
    asked = answer.headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
    except ValueError:
        return float(2**tried)
    if until.tzinfo is None:  # "-0000", which says that it is UTC and nothing else
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _unsafe(url: str) -> ArchiveAddressError:
    return ArchiveAddressError(
        say("{url} is not fetched, because it is not a safe address (https:).", url=url), value=url
    )


def _unreachable(url: str) -> ArchiveUnreachable:
    host = _host(url)
    return ArchiveUnreachable(
        say(
            "{host} does not answer. Check the network and ask again: what came is kept.", host=host
        ),
        value=host,
    )


def _busy(url: str) -> ArchiveBusy:
    host = _host(url)
    return ArchiveBusy(
        say("{host} asks for patience. Ask again later: what came is kept.", host=host), value=host
    )


def _odd(url: str) -> ArchiveAnswerError:
    host = _host(url)
    return ArchiveAnswerError(say("The answer of {host} broke off.", host=host), value=host)
