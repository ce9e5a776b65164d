"""What a server answers: of the ISIC archive's search, and of a DICOM archive's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Final
from unittest.mock import patch

from requests import PreparedRequest, Response, Session

from core.datasets.reading import read_dataset
from core.dicomweb.address import ArchiveAddress
from core.dicomweb.archive import Archive
from core.dicomweb.studies import Wanted as WantedStudies
from core.isic.client import Client
from core.isic.fetch import fetch
from core.isic.transport import Transport
from core.isic.wanted import Wanted
from tests.core.isic.archive import image, picture
from tests.fuzz.target import Target
from tests.fuzz.targets.scratch import scratch

_STUDIES: Final = [{"0020000D": {"vr": "UI", "Value": ["1.2.3"]}}]


class _Canned(Transport):
    """Answers every search alike, and has one picture for every image."""

    def __init__(self, answer: bytes) -> None:
        super().__init__()
        self._answer = answer

    def get(self, url: str, *, most: int, query: dict[str, str] | None = None) -> bytes:
        del url, most
        return picture(1) if query is None else self._answer


def _fetch(answer: bytes) -> None:
    with scratch() as folder:
        if fetch(Wanted(number=5), Client(_Canned(answer)), folder=folder).there:
            read_dataset(folder, cache=folder / "cache")


def _find(answer: bytes) -> None:
    archive = Archive(ArchiveAddress("https://archive.example/dicom-web"))
    with patch.object(Session, "send", lambda _, request, **__: _response(request, answer)):
        archive.find(WantedStudies(), limit=5)


def _response(request: PreparedRequest, answer: bytes) -> Response:
    response = Response()
    response.status_code, response.request, response.url = 200, request, str(request.url)
    response.headers["Content-Type"] = "application/dicom+json"
    response.raw = BytesIO(answer)
    return response


@cache
def _page() -> Mapping[str, bytes]:
    found = [{**image(number), "files": {"full": {"url": "https://x/1.jpg"}}} for number in (1, 2)]
    page = {"count": 2, "next": None, "previous": None, "results": found}
    return {"two": json.dumps(page).encode()}


ANSWERS: Final = (
    Target("isic", _fetch, _page),
    Target(
        "dicomweb",
        _find,
        lambda: {"one": json.dumps(_STUDIES).encode()},
    ),
)
