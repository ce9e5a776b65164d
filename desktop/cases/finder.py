"""Searches as the user types, and fills a list with what was found, a page at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.cases.words import LesionRow, row_of
from desktop.language.words import mark, tr
from desktop.look.words import lesions_words
from desktop.shell.days import current_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.cases.store import CaseStore
    from core.errors import LentigoError
    from desktop.cases.browser import Browser
    from desktop.cases.desk import CaseDesk
    from desktop.cases.filters import Filters

_PAGE: Final = 100
_CALM_MS: Final = 200  # after the last letter
_NO_MATCH: Final = mark("No lesion fits. Search for less, or in all places.")
_Page = tuple[list[LesionRow], int]
_T = TypeVar("_T")


class Finder(QObject):
    """Carries a browser's questions to the store, and what was found back.

    Parameters
    ----------
    browser : Browser
        Where the user searches.
    desk : CaseDesk
        Asks the store.
    """

    found = Signal()
    """The first page of what was asked for is shown."""
    failed = Signal(object)
    """LentigoError."""

    def __init__(self, browser: Browser, desk: CaseDesk) -> None:
        super().__init__(browser)
        self._browser = browser
        self._desk = desk
        self._generation = 0  # answers to former questions are dropped
        self._waiting = 0
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.search)
        browser.asked.connect(self._calm.start)
        browser.lesions.more_wanted.connect(self._fetch)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is shown."""
        return not self._waiting and not self._calm.isActive()

    def search(self) -> None:
        """Find what is asked for now, from its first page."""
        self._calm.stop()
        self._generation += 1
        self._find(0, done=partial(self._found, self._generation))

    def _find(self, page: int, *, done: Callable[[_Page], None]) -> None:
        browser = self._browser
        self._waiting += 1
        self._desk.ask(
            partial(_find, filters=browser.filters, page=page),
            done=self._if_there(done),
            failed=self._if_there(self._failed),
        )

    def _if_there(self, take: Callable[[_T], None]) -> Callable[[_T], None]:
        """Return what takes an answer, unless the dialog that asked is closed by then."""

        def taken(answer: _T) -> None:
            if isValid(self):
                take(answer)

        return taken

    def _fetch(self, rows: int) -> None:
        self._find(rows // _PAGE, done=partial(self._found_more, self._generation))

    def _found(self, generation: int, found: _Page) -> None:
        self._waiting -= 1
        if generation == self._generation:
            rows, total = found
            self._browser.lesions.show_first(rows, total=total)
            self._browser.show_count(lesions_words(total) if total else tr(_NO_MATCH))
            self.found.emit()

    def _found_more(self, generation: int, found: _Page) -> None:
        self._waiting -= 1
        if generation == self._generation:
            self._browser.lesions.append(found[0])

    def _failed(self, error: LentigoError) -> None:
        self._waiting -= 1
        self.failed.emit(error)


def _find(store: CaseStore, *, filters: Filters, page: int) -> _Page:
    today = current_day()
    found = store.find(replace(filters.query(today=today), page=page, size=_PAGE))
    return [row_of(line) for line in found.lines], found.total
