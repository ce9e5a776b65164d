"""Puts the place "Cases" together when it is first entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.cases.desk import CaseDesk
from desktop.shell.places import Place

if TYPE_CHECKING:
    from desktop.cases.place import CasesPlace
    from desktop.cases.presenter import CasesPresenter
    from desktop.shell.background import Background
    from desktop.shell.places import Places


class CasesPart(QObject):
    """Everything behind the place; a window in which nobody enters it has nothing of it.

    Parameters
    ----------
    places : Places
        Among which it stands.
    background : Background
        Where small pictures are read.
    parent : QObject, optional
        As for any QObject.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    image_opened = Signal(object)
    """ImageCell that the user wants to look at."""

    def __init__(
        self, places: Places, *, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = CaseDesk(self)
        self.place: CasesPlace | None = None
        self.presenter: CasesPresenter | None = None
        self._background = background
        self._holder = QStackedWidget()
        places.add(Place.CASES, self._holder)
        places.changed.connect(self._entering)

    def close(self) -> None:
        """Finish what was asked for, and close the store."""
        self.desk.close()

    def _entering(self, place: Place) -> None:
        if place is Place.CASES and self.place is None:
            self._furnish()

    def _furnish(self) -> None:
        from desktop.cases.place import CasesPlace
        from desktop.cases.presenter import CasesPresenter
        from desktop.similar.thumbnails import Thumbnails

        self.place = CasesPlace()
        self._holder.addWidget(self.place)
        thumbnails = Thumbnails(self._background, parent=self)
        self.presenter = CasesPresenter(self.place, desk=self.desk, thumbnails=thumbnails)
        self.presenter.said.connect(self.said)
        self.place.page.image_opened.connect(self.image_opened)
        self.presenter.start()
