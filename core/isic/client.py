"""Asks the archive's public REST API, version 2, for images and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from pydantic import ValidationError

from core.errors import ArchiveAddressError, ArchiveAnswerError
from core.images.formats import ImageFormat, identify
from core.isic.address import API
from core.isic.record import Page, Record
from core.isic.transport import Transport, is_local
from core.language import say

_PAGE: Final = "100"
_MOST_TEXT: Final = 1 << 24
_MOST_IMAGE: Final = 1 << 28
_PICTURES: Final = frozenset({ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF})


class Client:
    """The archive.

    Parameters
    ----------
    transport : Transport
        How it is reached.
    api : str
        Address of the API.

    Raises
    ------
    ArchiveAddressError
        If that is no https: address, but for one on this computer.
    """

    def __init__(self, transport: Transport, *, api: str = API) -> None:
        scheme = api.partition(":")[0].casefold()
        if scheme != "https" and not (scheme == "http" and is_local(api)):
            raise ArchiveAddressError(
                say("The archive's address looks like {example}.", example=API), value=api
            )
        self._transport = transport
        self._search = f"{api.rstrip('/')}/images/search/"

    def pages(self, query: str) -> Iterator[Page]:
        """Go through the answers to a search.

        Parameters
        ----------
        query : str
            In the archive's own language; empty for all images.

        Raises
        ------
        ArchiveError
            If the archive cannot be reached, or does not answer as it should.
        """
        wanted = {"query": query, "limit": _PAGE} if query else {"limit": _PAGE}
        asked: set[str] = set()
        while True:
            page = self._page(wanted)
            yield page
            if page.next is None or page.next in asked:
                return
            asked.add(page.next)
            # Only its query: where the next page lies is not for an answer to say.
            wanted = dict(parse_qsl(urlsplit(page.next).query, keep_blank_values=True))

    def count(self, query: str) -> int:
        """Ask how many images fit a search, with those of which no diagnosis is known.

        Raises
        ------
        ArchiveError
            If the archive cannot be reached, or does not answer as it should.
        """
        page = self._page({"query": query, "limit": "1"} if query else {"limit": "1"})
        return len(page.results) if page.count is None else page.count

    def image(self, record: Record) -> bytes:
        """Fetch an image.

        Raises
        ------
        ArchiveError
            If it cannot be fetched, is no picture, or not as long as the archive says.
        """
        full = record.files.full
        data = self._transport.get(full.url, most=min(full.size or _MOST_IMAGE, _MOST_IMAGE))
        if full.size not in {0, len(data)} or identify(data) not in _PICTURES:
            raise ArchiveAnswerError(
                say("What the archive sends for {name} is no whole picture.", name=record.isic_id),
                value=record.isic_id,
            )
        return data

    def _page(self, wanted: dict[str, str]) -> Page:
        text = self._transport.get(self._search, query=wanted, most=_MOST_TEXT)
        try:
            return Page.model_validate_json(text)
        except ValidationError as error:
            raise ArchiveAnswerError(
                say("{address} does not answer as the ISIC archive does.", address=self._search),
                value=self._search,
            ) from error
