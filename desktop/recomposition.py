"""Composes the window anew in another language, with what is open in it.

Nothing in the window has to know how to change its language: each text is said once, when the
window is made. What the user has begun is kept as it is when a window closes, as drafts.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop.application import make_application
from desktop.language.translators import speak
from desktop.shell.frame import Frame
from desktop.shell.places import Place

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from core.language import Language
    from core.trust.patient import Patient
    from desktop.cases.filters import Filters
    from desktop.composition import App
    from desktop.engine.client import EngineRequest
    from desktop.look.entries import Source

Compose = Callable[[Frame, "EngineRequest"], "App"]


@dataclass(frozen=True, slots=True)
class OpenImage:
    """An image that is open.

    Parameters
    ----------
    source, name, patient
        As of its entry.
    choice : tuple of str or None
        Class that is explained, and the one it is set against.
    """

    source: Source
    name: str
    patient: Patient
    choice: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What goes from a window to the next.

    Parameters
    ----------
    images : tuple of OpenImage
        In their order.
    row : int or None
        Which of them is looked at.
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
        images=tuple(
            OpenImage(one.source, one.name, one.patient, app.state.choice(one.id)) for one in images
        ),
        row=None if app.state.image is None else images.row_of(app.state.image),
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
    QTimer.singleShot(0, new, _forget_old)
    new.start()
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


def _forget_old() -> None:
    """Collect the old window, which was frozen when the program had started."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _open_images(app: App, kept: Kept) -> None:
    opened = app.session.open((one.source, one.name) for one in kept.images)
    for image, one in zip(opened, kept.images, strict=True):
        app.session.images.change(image, patient=one.patient)
        app.state.restore_choice(image, one.choice)
    app.state.select_image(opened[kept.row or 0])


def _open_page(app: App, kept: Kept) -> None:
    place, presenter = app.cases.place, app.cases.presenter
    if place is not None and kept.filters is not None:
        place.browser.bar.show_filters(kept.filters)
        place.browser.search.setText(kept.filters.words)
    if presenter is not None and kept.patient_id is not None:
        presenter.open(kept.patient_id, lesion_id=kept.lesion_id)
