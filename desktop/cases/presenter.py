"""Carries what the store says to the widgets of the place "Cases"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import NotInStore
from desktop.cases.page_content import PageContent, read_page
from desktop.cases.words import LesionRow, row_of
from desktop.look.words import counted

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from core.cases.fields import BodySite
    from core.cases.store import CaseStore
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.place import CasesPlace
    from desktop.similar.thumbnails import Thumbnails

_PAGE: Final = 100
_CALM_MS: Final = 200  # after the last letter
_OPENING: Final = "Opening the cases…"
_CLOSED: Final = "The cases cannot be opened"
_NONE: Final = "No cases yet"
_PURPOSE: Final = (
    "Here patients, their lesions, images and findings are kept, on this computer or on your "
    "clinic's own server. Looking at images stores nothing."
)
_NO_MATCH: Final = "No lesion fits. Search for less, or in all places."
_Page = tuple[list[LesionRow], int]


class CasesPresenter(QObject):
    """Keeps list and page showing what the store holds.

    Parameters
    ----------
    place : CasesPlace
        The widgets.
    desk : CaseDesk
        Asks the store.
    thumbnails : Thumbnails
        Reads small pictures.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, place: CasesPlace, *, desk: CaseDesk, thumbnails: Thumbnails) -> None:
        super().__init__(place)
        self._place = place
        self._desk = desk
        self._thumbnails = thumbnails
        self._search = 0  # generations: answers to former questions are dropped
        self._visit = 0
        self._waiting = 0
        self._lesion_id: str | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.search)
        self._listen()

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        return not self._waiting and not self._calm.isActive() and self._thumbnails.settled

    @property
    def content(self) -> PageContent | None:
        """The patient's page that is open."""
        return self._place.page.content

    def start(self) -> None:
        """Open the cases."""
        self._place.show_message(_OPENING)
        self.search()

    def search(self) -> None:
        """Find what is asked for now, from its first page."""
        self._calm.stop()
        self._search += 1
        self._find(0, partial(self._found, self._search))

    def open(self, patient_id: str, *, lesion_id: str | None = None) -> None:
        """Show a patient's page, at one of the lesions."""
        self._visit += 1
        self._lesion_id = lesion_id
        self._waiting += 1
        self._desk.ask(
            lambda store: read_page(store, patient_id),
            done=partial(self._opened, self._visit),
            failed=partial(self._not_opened, self._visit),
        )

    def close_page(self) -> None:
        """Show no patient."""
        self._visit += 1
        self._place.page.content = None
        self._place.show_page(shown=False)

    def _listen(self) -> None:
        place, browser = self._place, self._place.browser
        place.again.clicked.connect(self.start)
        browser.asked.connect(self._calm.start)
        browser.lesions.more_wanted.connect(self._fetch)
        browser.view.opened.connect(lambda row: self.open(row.patient_id, lesion_id=row.lesion_id))
        self._thumbnails.came.connect(self._show_thumbnail)
        self._thumbnails.failed.connect(self._no_thumbnail)

    def _find(self, page: int, done: object) -> None:
        browser = self._place.browser
        self._waiting += 1
        self._desk.ask(
            partial(_find, words=browser.words, site=browser.site, page=page),
            done=done,  # type: ignore[arg-type] # a partial function, which mypy cannot follow
            failed=self._failed,
        )

    def _fetch(self, rows: int) -> None:
        self._find(rows // _PAGE, partial(self._found_more, self._search))

    def _found(self, search: int, found: _Page) -> None:
        self._waiting -= 1
        if search != self._search:
            return
        rows, total = found
        browser = self._place.browser
        if not total and browser.is_blank:
            self.close_page()
            self._place.show_message(_NONE, _PURPOSE)
            return
        browser.lesions.set_rows(rows, total=total)
        words = counted(total, one="lesion", many="lesions")
        browser.show_count(words if total else _NO_MATCH)
        self._place.show_cases()
        self._select()

    def _found_more(self, search: int, found: _Page) -> None:
        self._waiting -= 1
        if search == self._search:
            self._place.browser.lesions.append(found[0])

    def _failed(self, error: LentigoError) -> None:
        self._waiting -= 1
        self._place.show_message(_CLOSED, error.message, offer_again=True)

    def _opened(self, visit: int, content: PageContent) -> None:
        self._waiting -= 1
        if visit != self._visit:
            return
        self._place.page.show_content(content, lesion_id=self._lesion_id)
        self._place.show_page(shown=True)
        self._select()
        cells = [cell for section in content.sections for cell in section.cells]
        self._thumbnails.want([cell.path for cell in cells])

    def _not_opened(self, visit: int, error: LentigoError) -> None:
        self._waiting -= 1
        if visit == self._visit:
            self.said.emit(error.message)
            if isinstance(error, NotInStore):
                self.close_page()
                self.search()

    def _select(self) -> None:
        """Show in the list which lesion's page is open."""
        lesions, view = self._place.browser.lesions, self._place.browser.view
        row = lesions.row_of(self._lesion_id) if self._lesion_id and self.content else None
        if row is not None:
            view.setCurrentIndex(lesions.index(row))

    def _show_thumbnail(self, path: Path, image: QImage) -> None:
        self._place.page.show_thumbnail(path, image)

    def _no_thumbnail(self, path: Path, error: LentigoError) -> None:
        del error  # its message names the checksum, which tells the user nothing
        self._place.page.show_thumbnail(path, None, missing="The image cannot be read")


def _find(store: CaseStore, *, words: str, site: BodySite | None, page: int) -> _Page:
    from core.cases.search import LesionQuery

    found = store.find(LesionQuery(words=words, site=site, page=page, size=_PAGE))
    return [row_of(line) for line in found.lines], found.total
