"""Carries state to the widgets of the place "Look", and what the user does back to the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.look.check_presenter import CheckPresenter
from desktop.look.heat_presenter import HeatPresenter
from desktop.look.leaving import Leaving
from desktop.look.panel_content import content_of, explanation_of
from desktop.look.progress import ProgressPresenter
from desktop.look.shown import Shown
from desktop.look.thumbnails import to_qimage
from desktop.shell.action_spec import Need

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.images import Picture
    from desktop.engine.bridge import EngineBridge
    from desktop.look.entries import ImageEntry
    from desktop.look.place import LookPlace
    from desktop.look.reading import Reading
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.background import Background


class LookPresenter(QObject):
    """Keeps the widgets showing what session, state and engine say.

    Parameters
    ----------
    place : LookPlace
        The widgets.
    session : Session
        The images.
    state : LookState
        What the user has chosen.
    engine : EngineBridge
        Whose status matters to an image without finding.
    reading : Reading
        How answers are read, which the strip says.
    background : Background
        Makes pictures and heat maps ready.
    """

    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""
    occupied = Signal(bool)
    """Whether there is an image to look at."""
    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self,
        place: LookPlace,
        *,
        session: Session,
        state: LookState,
        engine: EngineBridge,
        reading: Reading,
        background: Background,
    ) -> None:
        super().__init__(place)
        self._place = place
        self._session = session
        self._state = state
        self._engine = engine
        self._reading = reading
        self._background = background
        self._pictured: int | None = None
        self._picture: Picture | None = None  # kept here, whatever the store has room for
        self._heat = HeatPresenter(
            place.picture, place.tools, place.work, state=state, engine=engine,
            background=background,
        )  # fmt: skip
        self._check = CheckPresenter(place.panel, session=session, engine=engine)
        self._strip = ProgressPresenter(place.strip, session)
        self._listen()

    @property
    def entry(self) -> ImageEntry | None:
        """The selected image."""
        return self._session.images.get(self._state.image)

    @property
    def picture(self) -> Picture | None:
        """Its picture, once it is shown."""
        entry = self.entry
        return self._picture if entry is not None and self._pictured == entry.id else None

    @property
    def code(self) -> str | None:
        """The class that is explained, where there is a finding."""
        entry = self.entry
        if entry is None or entry.analysis is None:
            return None
        return self._state.class_of(entry.id, finding=entry.analysis.finding)

    @property
    def versus(self) -> str | None:
        """The class that it is set against, if there is one."""
        entry, code = self.entry, self.code
        if entry is None or entry.card is None or code is None:
            return None
        versus = self._state.versus_of(entry.id, code=code)
        return versus if versus in entry.card.codes else None

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        entry = self.entry
        if entry is None:
            return True
        waits_for_picture = entry.error is None and self._pictured != entry.id
        return not waits_for_picture and self._heat.settled and self._check.settled

    def stop_computing(self) -> None:
        """Be content with the heat map that is there."""
        self._heat.stop()

    def shown(self) -> Shown | None:
        """Return what is on the screen, if it is a picture with a finding."""
        entry, code = self.entry, self.code
        if entry is None or entry.analysis is None or entry.card is None:
            return None
        if code is None or self._picture is None or self._pictured != entry.id:
            return None
        return Shown(
            name=entry.name,
            picture=self._picture,
            analysis=entry.analysis,
            card=entry.card,
            code=code,
            versus=self.versus,
            explanation=self._heat.explanation,
            colours=str(self._state.colours),
            opacity=self._state.opacity / 100,
            leaving=Leaving.of(entry.source, entry.sha256),
        )

    def facts(self) -> Need:
        """Tell what is there for actions to work on."""
        entry = self.entry
        facts = Need.NOTHING
        if entry is not None:
            facts |= Need.IMAGE
            waiting = self._session.is_waiting(entry.id)
            if not waiting and self._session.can_tell_more(entry):
                facts |= Need.REPEATABLE
            if entry.analysis is not None:
                facts |= Need.FINDING
            if self._pictured == entry.id:
                facts |= Need.PICTURE | Need.ZOOMABLE
        if self._heat.working:
            facts |= Need.COMPUTING
        if len(self._session.images) > 1:
            facts |= Need.SEVERAL
        card = self._engine.status.card
        if card is not None:
            facts |= Need.MODEL if card.trust is None else Need.MODEL | Need.RULES
        return facts | (Need.UNFINISHED if self._session.unfinished else Need.NOTHING)

    def _listen(self) -> None:
        place, session, state = self._place, self._session, self._state
        session.changed.connect(self._on_image_news)
        session.progress.connect(self._on_progress)
        state.image_changed.connect(self._show_image)
        state.class_changed.connect(self._show_class)
        self._engine.status_changed.connect(lambda _: self._show_panel())
        self._engine.status_changed.connect(lambda _: self._show_reading())
        self._reading.changed.connect(self._show_reading)
        self._heat.failed.connect(self.said)
        self._heat.working_changed.connect(self.facts_changed)
        place.filmstrip.chosen.connect(state.select_image)
        place.panel.class_chosen.connect(state.select_class)
        place.picture.zoomed.connect(place.tools.show_zoom)

    def _show_reading(self) -> None:
        card = self._engine.status.card
        prevalence = None if card is None else self._reading.interpretation(card).prevalence
        self._place.strip.show_reweighted(prevalence is not None)

    def _on_image_news(self, image: int) -> None:
        if image == self._state.image:
            self._show_picture()
            self._show_panel()

    def _on_progress(self) -> None:
        self.occupied.emit(len(self._session.images) > 0)
        self.facts_changed.emit()

    def _show_image(self) -> None:
        self._pictured = self._picture = None
        self._place.picture.show_picture(None)
        self._place.filmstrip.select(self._state.image)
        if self._state.image is not None:
            self._session.prefer(self._state.image)
        self._show_picture()
        self._show_panel()

    def _show_picture(self) -> None:
        entry = self.entry
        picture = self._session.pictures.get(entry.id) if entry is not None else None
        if entry is None or picture is None or self._pictured == entry.id:
            return
        self._background.run(
            lambda: to_qimage(picture.pixels),
            done=lambda image: self._picture_ready(entry.id, image, picture),
        )

    def _picture_ready(self, image_id: int, image: QImage, picture: Picture) -> None:
        if image_id != self._state.image or self._pictured == image_id:
            return  # too late
        self._pictured, self._picture = image_id, picture
        self._place.picture.show_picture(image, full_width=picture.record.width)
        self._show_class()

    def _show_panel(self) -> None:
        entry = self.entry
        if entry is not None:
            content = content_of(entry, self._engine.status)
            self._place.panel.show_content(content)
            self._place.picture.show_words(content.placeholder)
        self._show_class()

    def _show_class(self) -> None:
        entry, code, versus = self.entry, self.code, self.versus
        if entry is not None and entry.card is not None and code is not None:
            self._place.panel.show_class(code, explanation_of(entry.card, code), versus=versus)
        shown = entry if self._pictured is not None else None
        self._check.show(entry, self._picture)
        self._heat.show(shown, code, versus=versus, picture=self._picture)
        self.facts_changed.emit()
