"""What was sent is told, whatever happens after it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from core.dicom.kinds import Kind
from core.dicomweb.archive import Archive
from core.errors import ArchiveUnreachable
from desktop.archive.tasks import Access, Sent, send
from desktop.exchange import work
from desktop.exchange.wish import ExchangeFormat, ExchangeWish, Whose
from desktop.exchange.work import Item
from tests.desktop.fakes import make_analysis, make_card

CARD = make_card()


def items(number: int) -> list[Item]:
    return [
        Item(
            name=f"{one}.jpg",
            source=Path(f"{one}.jpg"),
            sha256="",
            dicom=False,
            analysis=make_analysis(CARD),
            card=CARD,
        )
        for one in range(number)
    ]


def sent_until(place: int, monkeypatch: pytest.MonkeyPatch) -> Sent:
    """Send two objects of each of three images to an archive that is gone after some."""
    stored: list[object] = []

    def store(_archive: object, dataset: object, *, name: str) -> None:
        if len(stored) == place:
            raise ArchiveUnreachable(f"The archive is gone before {name}.", value=name)
        stored.append(dataset)

    made = SimpleNamespace(of=lambda _answer, **_: {"image": object(), "report": object()})
    monkeypatch.setattr(Archive, "store", store)
    monkeypatch.setattr(work, "objects_as", lambda *_: made)
    monkeypatch.setattr(work, "answer_of", lambda item: cast("Any", item))
    wish = ExchangeWish(
        format=ExchangeFormat.DICOM, whose=Whose.NOBODY, pseudonym="", kind=Kind.DERMOSCOPIC
    )
    access = Access("https://archive.example/dicom-web", "", plain_http=False)
    return send(access, items(3), wish, lambda *_: None)


def test_an_archive_that_is_gone_in_the_middle_leaves_the_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sent_until(3, monkeypatch) == Sent(3, ("The archive is gone before 1.jpg.",))


def test_an_archive_that_is_never_reached_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArchiveUnreachable):
        sent_until(0, monkeypatch)
