"""Puts the place "Progress" together when it is first entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.shell.action_spec import Need
from desktop.shell.actions import deaf
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles
    from desktop.progress.exporter import ProgressExporter
    from desktop.progress.place import ProgressPlace
    from desktop.progress.presenter import ProgressPresenter
    from desktop.shell.actions import Actions, Handler
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.places import Places
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf

_EXPORTS: Final = ("progress_pdf", "progress_csv")
_KEEPING: Final = ("profile_rename", "profile_delete")
_WAYS: Final = ("place_quiz", "progress_again", "learning_restore")


class ProgressPart(QObject):
    """Everything behind the place; a window in which nobody enters it has nothing of it.

    Parameters
    ----------
    places : Places
        Among which it stands.
    desk, profiles, shelf, actions, background, settings, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""
    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""
    quiz_wanted = Signal(object)
    """Codes of two diagnoses that the user wants to be asked about."""
    atlas_wanted = Signal(object)
    """Codes of two diagnoses whose images the user wants to see."""

    def __init__(
        self,
        places: Places,
        *,
        desk: LearningDesk,
        profiles: Profiles,
        shelf: AtlasShelf,
        actions: Actions,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(places)
        self.place: ProgressPlace | None = None
        self.presenter: ProgressPresenter | None = None
        self._exporter: ProgressExporter | None = None
        self._desk = desk
        self._profiles = profiles
        self._shelf = shelf
        self._actions = actions
        self._background = background
        self._settings = settings
        self._dialogs = dialogs
        self.holder = QStackedWidget()
        places.add(Place.PROGRESS, self.holder)
        places.changed.connect(self._entering)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "progress_pdf": self._save_pdf,
                "progress_csv": self._save_csv,
                "progress_again": self._profiles.reread,
            }
        )

    def facts(self) -> Need:
        """Tell what is there for actions to work on while the place is seen."""
        presenter, place = self.presenter, self.place
        if presenter is None or place is None:
            return Need.NOTHING
        facts = Need.NOTHING if self._profiles.current is None else Need.PROFILE
        return facts | Need.PROGRESS if presenter.told is not None and place.telling else facts

    def _entering(self, place: Place) -> None:
        if place is not Place.PROGRESS:
            return
        if self.place is None:
            self._furnish()
        elif self._profiles.known:
            self._profiles.reread()  # answers may have come meanwhile

    def _furnish(self) -> None:
        from desktop.learning.profile_chooser import join
        from desktop.progress.exporter import ProgressExporter
        from desktop.progress.place import ProgressPlace
        from desktop.progress.presenter import ProgressPresenter

        place = self.place = ProgressPlace(
            exports=[self._actions[name] for name in _EXPORTS],
            keeping=[self._actions[name] for name in _KEEPING],
            ways={name: self._actions[name] for name in _WAYS},
        )
        self.holder.addWidget(place)
        presenter = self.presenter = ProgressPresenter(
            place,
            desk=self._desk,
            profiles=self._profiles,
            shelf=self._shelf,
            background=self._background,
            settings=self._settings,
        )
        exporter = self._exporter = ProgressExporter(
            self._background, settings=self._settings, dialogs=self._dialogs, parent=self
        )
        presenter.facts_changed.connect(self.facts_changed)
        for one in (presenter, exporter):
            one.said.connect(self.said)
        exporter.mentioned.connect(self.mentioned)
        place.sheet.quiz_wanted.connect(self.quiz_wanted)
        place.sheet.atlas_wanted.connect(self.atlas_wanted)
        presenter.refresh()
        join(place.chooser, self._profiles)

    def _save_pdf(self) -> None:
        presenter, exporter = self.presenter, self._exporter
        if presenter is not None and presenter.told is not None and exporter is not None:
            exporter.save_pdf(presenter.told, presenter.names)

    def _save_csv(self) -> None:
        presenter, exporter = self.presenter, self._exporter
        if presenter is not None and presenter.told is not None and exporter is not None:
            exporter.save_csv(presenter.told)
