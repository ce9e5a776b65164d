"""Keeps the place in step with who learns, what they have answered, and what is to be counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.errors import LentigoError
from desktop.language.words import tr
from desktop.progress.told import Told, plots, tell
from desktop.progress.wish import Wish
from desktop.progress.words import (
    BEGIN,
    FAILED,
    INVITING,
    NOBODY,
    NONE_COUNTED,
    NONE_YET,
    READING,
    WIDER,
)
from desktop.shell.background import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.report.plot_ground import PlotLook
    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles
    from desktop.progress.place import ProgressPlace
    from desktop.shell.background import Background
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf


class ProgressPresenter(QObject):
    """Shows what the answers of whoever learns say; what comes too late is dropped.

    Parameters
    ----------
    place : ProgressPlace
        What is seen.
    desk, profiles
        Where answers are kept, and who learns.
    shelf : AtlasShelf
        Whose atlas names diagnoses, if one is open.
    background : Background
        Where plots are drawn.
    settings : SettingsStore
        Remembers what is counted.

    Attributes
    ----------
    told : Told or None
        What is seen.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()

    def __init__(
        self,
        place: ProgressPlace,
        *,
        desk: LearningDesk,
        profiles: Profiles,
        shelf: AtlasShelf,
        background: Background,
        settings: SettingsStore,
    ) -> None:
        super().__init__(place)
        self.told: Told | None = None
        self._place = place
        self._desk = desk
        self._profiles = profiles
        self._shelf = shelf
        self._background = background
        self._settings = settings
        self._asked = self._answered = self._drawing = self._drawn = 0
        place.bar.offer((), Wish.read(settings.current.progress))
        place.bar.changed.connect(self._wish_changed)
        place.everything_wanted.connect(self._want_everything)
        place.sheet.plots.outdated.connect(self.draw)
        profiles.changed.connect(self.refresh)
        profiles.said.connect(self._profiles_failed)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        done = self._asked == self._answered and self._drawing == self._drawn
        sheet = self._place.sheet
        return done and not self._desk.busy and sheet.settled and sheet.plots.settled

    @property
    def names(self) -> Mapping[str, str]:
        """What the atlas that is open calls its diagnoses, by code."""
        atlas = self._shelf.atlas
        classes = {} if atlas is None else atlas.description.classes
        return {code: one.name for code, one in classes.items()}

    def refresh(self) -> None:
        """Read the answers anew."""
        profile = self._profiles.current
        if not self._profiles.known:
            self._place.show_message(tr(READING))
        elif profile is None:
            self._forget()
            self._place.show_message(tr(NOBODY), tr(BEGIN))
        else:
            if self.told is None or self.told.profile.id != profile.id:
                self._place.show_message(tr(READING))
            self._asked += 1
            self._desk.ask(
                partial(tell, profile=profile, wish=self._place.bar.wish),
                done=partial(self._came, self._asked),
                failed=partial(self._failed, self._asked),
            )
        self.facts_changed.emit()

    def draw(self) -> None:
        """Have the plots drawn as they fit in now."""
        told = self.told
        if told is None or not self._place.telling:
            return
        from core.report.learning_plots import plots_height

        view = self._place.sheet.plots
        look = view.look(height=plots_height(told.progress, view.wanted_width))
        self._drawing += 1
        self._background.run(
            partial(self._plotted, told, self.names, look),
            done=partial(self._show_plots, self._drawing),
            failed=partial(self._not_drawn, self._drawing),
        )

    def _came(self, asked: int, told: Told) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        self.told = told
        self._place.bar.offer(told.atlases, self._place.bar.wish)
        if told.progress.answers:
            self._place.show_told(told, self.names)
            self.draw()
        elif told.answers:
            self._place.show_message(tr(NONE_COUNTED), tr(WIDER), wider=True)
        else:
            self._place.show_message(tr(NONE_YET), tr(INVITING), offer=["place_quiz"])
        self.facts_changed.emit()

    def _failed(self, asked: int, error: LentigoError) -> None:
        if asked == self._asked:
            self._answered = asked
            self._show_failure(error.message)

    def _profiles_failed(self, words: str) -> None:
        if not self._profiles.known:
            self._show_failure(words)

    def _show_failure(self, words: str) -> None:
        self._forget()
        offer = ["progress_again", "learning_restore"]
        self._place.show_message(tr(FAILED), words, offer=offer)
        self.facts_changed.emit()

    def _forget(self) -> None:
        self.told = None
        self._asked += 1
        self._answered = self._asked

    def _plotted(self, told: Told, names: Mapping[str, str], look: PlotLook) -> QImage:
        drawn = self._background.aside.run(partial(plots, told.progress, names, look))
        image = QImage.fromData(drawn)
        image.setDevicePixelRatio(look.scale)
        return image

    def _show_plots(self, drawing: int, image: QImage) -> None:
        if drawing == self._drawing:
            self._drawn = drawing
            self._place.sheet.plots.show_plots(image)

    def _not_drawn(self, drawing: int, error: Exception) -> None:
        self._drawn = max(self._drawn, drawing)
        error = named(error)
        self.said.emit(error.message)

    def _wish_changed(self) -> None:
        self._settings.change(progress=self._place.bar.wish.written)
        self.refresh()

    def _want_everything(self) -> None:
        self._place.bar.offer(() if self.told is None else self.told.atlases, Wish())
        self._wish_changed()
