"""Carries what the store says to the widgets of the place "Cases"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.errors import NotInStore, StoreDamaged, StoreSealed
from desktop.cases.finder import Finder
from desktop.cases.page_content import PageContent, read_page
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.image_source import ImageSource
    from desktop.cases.desk import CaseDesk
    from desktop.cases.place import CasesPlace
    from desktop.similar.thumbnails import Thumbnails

_OPENING: Final = mark("Opening the cases…")
_CLOSED: Final = mark("The cases cannot be opened")
_SEALED: Final = mark("The cases are protected")
_TYPE_IT: Final = mark("They are shown to whoever types their passphrase.")
_NONE: Final = mark("No cases yet")
_PURPOSE: Final = mark(
    "Here patients, their lesions, images and findings are kept, on this computer or on your "
    "clinic's own server. Looking at images stores nothing."
)
_UNREAD: Final = mark("They cannot be read")
_UNREADABLE: Final = mark("The image cannot be read")


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
    list_changed = Signal()
    """Other lesions were found, or none."""
    page_changed = Signal()
    """Another patient's page is open, or none."""

    def __init__(self, place: CasesPlace, *, desk: CaseDesk, thumbnails: Thumbnails) -> None:
        super().__init__(place)
        self._place = place
        self._desk = desk
        self._thumbnails = thumbnails
        self._finder = Finder(place.browser, desk)
        self._visit = 0  # generation: a page that comes too late is dropped
        self._waiting = 0
        self._started = False
        self._lesion_id: str | None = None
        self._listen()

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        return (
            self._started
            and not self._waiting
            and self._finder.settled
            and self._thumbnails.settled
        )

    @property
    def content(self) -> PageContent | None:
        """The patient's page that is open."""
        return self._place.page.content

    @property
    def lesion_id(self) -> str | None:
        """The lesion that was chosen, whose patient's page is open."""
        return self._lesion_id if self.content is not None else None

    def start(self) -> None:
        """Open the cases."""
        self._started = True
        self._desk.reconsider()
        self._place.show_message(tr(_OPENING))
        self._finder.search()

    def search(self) -> None:
        """Read the list again."""
        self._finder.search()

    def reload(self) -> None:
        """Show what has changed, in the list and on the page."""
        self.search()
        if self.content is not None:
            self.open(self.content.patient.id, lesion_id=self._lesion_id, stay=True)

    def open(self, patient_id: str, *, lesion_id: str | None = None, stay: bool = False) -> None:
        """Show a patient's page, at one of the lesions unless it shall `stay` where it is."""
        self._visit += 1
        self._lesion_id = lesion_id
        self._waiting += 1
        again = self.content is not None and self.content.patient.id == patient_id
        self._desk.ask(
            lambda store: read_page(store, patient_id, again=again),
            done=partial(self._opened, self._visit, lesion_id=None if stay else lesion_id),
            failed=partial(self._not_opened, self._visit, patient_id),
        )

    def close_page(self) -> None:
        """Show no patient."""
        self._visit += 1
        self._place.page.content = None
        self._place.show_page(shown=False)
        self.page_changed.emit()

    def _listen(self) -> None:
        view = self._place.browser.view
        self._place.again.clicked.connect(self.start)
        self._finder.found.connect(self._found)
        self._finder.failed.connect(self._failed)
        view.opened.connect(lambda row: self.open(row.patient_id, lesion_id=row.lesion_id))
        self._thumbnails.came.connect(self._place.page.show_thumbnail)
        self._thumbnails.failed.connect(self._no_thumbnail)

    def _found(self) -> None:
        browser = self._place.browser
        self.list_changed.emit()
        if not browser.lesions.total and browser.is_blank:
            self.close_page()
            self._place.show_message(tr(_NONE), tr(_PURPOSE), offer_new=True)
            return
        self._place.show_cases()
        self._select()

    def _failed(self, error: LentigoError) -> None:
        if isinstance(error, StoreSealed):
            self._place.show_message(tr(_SEALED), tr(_TYPE_IT), again=tr("Type the passphrase…"))
            return
        if isinstance(error, StoreDamaged) and self._place.shows_cases:
            self._place.browser.show_none(tr(_UNREAD))
            self.said.emit(error.message)
            return  # searched for in another way, the cases may be found
        self._place.show_message(tr(_CLOSED), error.message, offer_again=True)

    def _opened(self, visit: int, content: PageContent, *, lesion_id: str | None) -> None:
        self._waiting -= 1
        if visit != self._visit:
            return
        self._place.page.show_content(content, lesion_id=lesion_id)
        self._place.show_page(shown=True)
        self._select()
        cells = [cell for section in content.sections for cell in section.cells]
        self._thumbnails.want([cell.source for cell in cells])
        self.page_changed.emit()

    def _not_opened(self, visit: int, patient_id: str, error: LentigoError) -> None:
        self._waiting -= 1
        if visit != self._visit:
            return
        self.said.emit(error.message)
        if isinstance(error, NotInStore):
            self.close_page()
            self._finder.search()
        elif self.content is not None and self.content.patient.id != patient_id:
            self.close_page()  # else it would be taken for the page of what is chosen

    def _select(self) -> None:
        """Show in the list which lesion's page is open."""
        lesions, view = self._place.browser.lesions, self._place.browser.view
        row = lesions.row_of(self._lesion_id) if self._lesion_id and self.content else None
        if row is None:
            view.clearSelection()
        else:
            view.setCurrentIndex(lesions.index(row))

    def _no_thumbnail(self, source: ImageSource, error: LentigoError) -> None:
        del error  # its message names the checksum, which tells the user nothing
        self._place.page.show_thumbnail(source, None, missing=tr(_UNREADABLE))
