"""Composes the window anew in another language, with what is open in it.

Nothing in the window has to know how to change its language: each text is said once, when the
window is made. What the user has begun is kept as it is when a window closes, as drafts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop.application import make_application
from desktop.language.translators import speak
from desktop.look.open_images import OpenImage, open_images, reopen
from desktop.shell import garbage
from desktop.shell.frame import Frame
from desktop.shell.places import Place

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from core.cases.commitment import Commitment
    from core.language import Language
    from desktop.cases.filters import Filters
    from desktop.composition import App
    from desktop.engine.client import EngineRequest

Compose = Callable[[Frame, "EngineRequest"], "App"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What goes from a window to the next.

    Parameters
    ----------
    images : tuple of OpenImage
        In their order.
    row : int or None
        Which of them is looked at.
    compared : tuple of int
        Rows of those that are seen side by side.
    answers : mapping of str to Commitment
        What the user said of images before their findings were shown, by checksums.
    cases_gave : bool
        Whether the cases may have given something to Look.
    place : Place
        That is seen.
    patient_id, lesion_id : str or None
        Whose page is open, and which lesion on it was chosen.
    filters : Filters or None
        What cases were searched for.
    batch : BatchJob or None
        What was being analysed in the place "Batch".
    batch_open : bool
        Whether that place has been entered, so that a batch may be gone on with.
    quiz : tuple of (str, int or None) or None
        Which quiz is on, and the number of the question whose answer is told.
    """

    images: tuple[OpenImage, ...]
    row: int | None
    compared: tuple[int, ...]
    answers: Mapping[str, Commitment]
    cases_gave: bool
    place: Place
    patient_id: str | None
    lesion_id: str | None
    filters: Filters | None
    batch: BatchJob | None
    batch_open: bool
    quiz: tuple[str, int | None] | None


def renew(app: App, language: Language, *, compose: Compose, batch: BatchJob | None = None) -> None:
    """Show a window in another language, then put what is open into it and close the old one.

    Parameters
    ----------
    app : App
        What is behind the old window.
    language : Language
        To speak from now on.
    compose : callable
        Puts everything into the frame of a new window.
    batch : BatchJob, optional
        To be gone on with, because it was stopped for this.
    """
    kept = _kept(app, batch)
    app.settings.change(geometry=app.window.geometry_state())
    speak(language, make_application())
    frame = Frame(app.settings, inviting=not kept.images)
    # Once: what stays connected would keep the old window's pictures as long as the new one lives.
    hand_over = partial(_hand_over, app, frame, kept, compose)
    frame.window.painted.connect(hand_over, Qt.ConnectionType.SingleShotConnection)
    frame.window.show()


def _kept(app: App, batch: BatchJob | None) -> Kept:
    images = app.session.images
    content, place = app.cases.content, app.cases.place
    presenter = app.cases.presenter
    return Kept(
        images=open_images(app.session, app.state),
        row=None if app.state.image is None else images.row_of(app.state.image),
        compared=tuple(images.row_of(one) for one in app.comparing.images),
        answers=app.commit.answers,
        cases_gave=app.cases.desk.has_given,
        place=app.places.current,
        patient_id=None if content is None else content.patient.id,
        lesion_id=None if presenter is None else presenter.lesion_id,
        filters=None if place is None else place.browser.filters,
        batch=batch,
        batch_open=app.batch.place is not None,
        quiz=app.quiz.kept(),
    )


def _hand_over(app: App, frame: Frame, kept: Kept, compose: Compose) -> None:
    frame.invitation.show_mark()
    frame.window.setWindowIcon(app.window.windowIcon())
    request = app.engine.request
    app.close()
    app.window.deleteLater()
    new = compose(frame, request)
    QTimer.singleShot(0, new, garbage.sweep)  # the old window was there when it last was spared
    new.start()
    new.cases.desk.take_over(given=kept.cases_gave)
    new.commit.take_over(kept.answers)
    if kept.images:
        _open_images(new, kept)
    if kept.batch_open:
        new.batch.furnish()
    if kept.batch is not None:
        new.batch.resume(kept.batch)
    new.quiz.go_on_with(kept.quiz)
    new.places.show(kept.place)
    if kept.place is Place.CASES:
        # After what the place itself puts off to the next turn.
        QTimer.singleShot(0, new, partial(_open_page, new, kept))


def _open_images(app: App, kept: Kept) -> None:
    opened = reopen(app.session, app.state, kept.images)
    app.state.select_image(opened[kept.row or 0])
    if kept.compared:
        app.comparing.compare([opened[row] for row in kept.compared])


def _open_page(app: App, kept: Kept) -> None:
    place, presenter = app.cases.place, app.cases.presenter
    if place is not None and kept.filters is not None:
        place.browser.bar.show_filters(kept.filters)
        place.browser.search.setText(kept.filters.words)
    if presenter is not None and kept.patient_id is not None:
        presenter.open(kept.patient_id, lesion_id=kept.lesion_id)
