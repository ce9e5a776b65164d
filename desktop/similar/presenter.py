"""Carries what is similar to the selected image to its part of the panel."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import AtlasError, ImageError
from core.report.trust_words import is_novel
from desktop.language.words import tr
from desktop.similar.content import (
    HOW_TO_BUILD,
    MISSING,
    NO_ATLAS,
    SEARCHING,
    Offer,
    SimilarContent,
    content_of,
)
from desktop.similar.shelf import AtlasShelf, ShelfState

if TYPE_CHECKING:
    from core.atlas import Atlas
    from core.results import Analysis
    from desktop.look.entries import ImageEntry, Source
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.background import Background
    from desktop.shell.disclosure import Disclosure
    from desktop.similar.body import SimilarBody
    from desktop.similar.thumbnails import Thumbnails

_Asked = tuple[int, int, int, str]


class SimilarPresenter(QObject):
    """Searches while its part is open; an answer that comes too late is dropped.

    Parameters
    ----------
    part : Disclosure
        Shown where there is a finding; searched for while it is open.
    body : SimilarBody
        What it discloses.
    session, state
        Which images are open, and which is selected.
    shelf : AtlasShelf
        Where they are searched.
    thumbnails : Thumbnails
        Small pictures of what is found.
    background : Background
        Where the search runs.
    """

    opened = Signal(object, int)
    """ImageEntry that is looked at, and row of the labelled image to be shown large."""

    def __init__(
        self,
        part: Disclosure,
        body: SimilarBody,
        *,
        session: Session,
        state: LookState,
        shelf: AtlasShelf,
        thumbnails: Thumbnails,
        background: Background,
    ) -> None:
        super().__init__(body)
        self._part = part
        self._body = body
        self._session = session
        self._state = state
        self._shelf = shelf
        self._thumbnails = thumbnails
        self._background = background
        self._asked: _Asked | None = None
        self._answered: _Asked | None = None
        part.button.defaultAction().toggled.connect(self.refresh)
        state.image_changed.connect(self.refresh)
        session.changed.connect(self._on_image_news)
        shelf.changed.connect(self.refresh)
        thumbnails.came.connect(body.rows.show_thumbnail)
        thumbnails.failed.connect(self._show_missing)
        body.opened.connect(self._open)
        body.others_wanted.connect(self.refresh)
        self.refresh()

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        opening = self._shelf.state is ShelfState.OPENING
        return self._asked == self._answered and self._thumbnails.settled and not opening

    def refresh(self) -> None:
        """Show what belongs to the selected image, if anybody looks."""
        entry = self._session.images.get(self._state.image)
        there = entry is not None and entry.analysis is not None
        self._part.setVisible(there)
        if entry is None or not there or not self._part.button.isChecked():
            return
        match self._shelf.state:
            case ShelfState.CLOSED:
                self._shelf.want()
            case ShelfState.OPEN if self._shelf.atlas is not None:
                self._search(entry, self._shelf.atlas)
            case _:
                self._show(_standing(self._shelf))

    def _on_image_news(self, image: int) -> None:
        if image == self._state.image:
            self.refresh()

    def _search(self, entry: ImageEntry, atlas: Atlas) -> None:
        analysis = entry.analysis
        if analysis is None:
            return
        other_than = analysis.finding if self._body.others.isChecked() else ""
        asked = (entry.id, id(analysis.embedding), id(atlas), other_than)
        if asked == self._asked:
            return  # as when only the case mix has changed
        # The box that asks for others stays under the hand that has ticked it.
        again = self._asked is not None and self._asked[:3] == asked[:3]
        self._show(SimilarContent(tr(SEARCHING), narrowable=again))
        self._asked = asked
        self._background.run(
            lambda: _found(atlas, analysis, entry.source, other_than=other_than),
            done=lambda content: self._came(asked, content),
        )

    def _came(self, asked: _Asked, content: SimilarContent) -> None:
        if asked == self._asked:
            self._answered = asked
            self._body.show_content(content)
            self._thumbnails.want([row.path for row in content.rows])

    def _show(self, content: SimilarContent) -> None:
        self._asked = self._answered = None
        self._thumbnails.want([])
        self._body.show_content(content)

    def _show_missing(self, path: Path, error: ImageError) -> None:
        del error  # the row has room for few words; the large view says what it is
        self._body.rows.show_thumbnail(path, None, missing=tr(MISSING))

    def _open(self, row: int) -> None:
        entry = self._session.images.get(self._state.image)
        if entry is not None:
            self.opened.emit(entry, row)


def _standing(shelf: AtlasShelf) -> SimilarContent:
    """Say how it stands with the atlas where there is none to search."""
    if shelf.state is ShelfState.FAILED and shelf.error is not None:
        return SimilarContent(shelf.error.message, offer=Offer.ANOTHER)
    if shelf.state is ShelfState.EMPTY:
        return SimilarContent(tr(NO_ATLAS), notes=(tr(HOW_TO_BUILD),), offer=Offer.CHOOSE)
    return SimilarContent(tr(SEARCHING))


def _found(atlas: Atlas, analysis: Analysis, source: Source, *, other_than: str) -> SimilarContent:
    """In a background thread: search."""
    try:
        atlas.require_model(analysis.model.sha256)
        neighbours = atlas.similar(
            analysis.embedding, sha256=_sha256(source), other_than=other_than or None
        )
    except AtlasError as error:
        return SimilarContent(error.message, offer=Offer.ANOTHER)
    return content_of(neighbours, atlas.description, strange=is_novel(analysis))


def _sha256(source: Source) -> str | None:
    """Checksum by which an image is known that stands in the atlas itself."""
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    with suppress(OSError, ImageError):
        if not isinstance(source, Path):
            return hashlib.sha256(source.read_whole()).hexdigest()
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return None
