"""Puts the parts into the window, the place that is seen first before the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.policy.policy import NO_POLICY
from desktop.atlas.part import AtlasPart
from desktop.batch.part import BatchPart
from desktop.binding import bind
from desktop.cases.commands import CaseCommands
from desktop.cases.noting import ExportNoting
from desktop.cases.part import CasesPart
from desktop.compare.part import ComparePart
from desktop.followup.part import FollowPart
from desktop.look.file_says import FileSays
from desktop.look.place import LookPlace
from desktop.look.presenter import LookPresenter
from desktop.navigation import Navigation, Parts
from desktop.progress.part import ProgressPart
from desktop.quiz.part import QuizPart
from desktop.quiz.tools import QuizTools
from desktop.shell.notice import NoticeBar
from desktop.shell.notices import Notices
from desktop.similar.part import SimilarPart
from desktop.teach.part import TeachPart
from desktop.wiring import wire, wire_notices

if TYPE_CHECKING:
    from desktop.composition import App


def furnish(app: App) -> Iterator[None]:
    """Make all parts and connect them, in portions between which the window may breathe.

    Parameters
    ----------
    app : App
        With nothing in its frame; gets its parts.

    Yields
    ------
    None
        After each portion. Only after the last is the window of use.
    """
    _put_picture(app)
    yield
    _put_look(app)
    _put_cases(app)
    _put_places(app)
    _put_navigation(app)
    yield
    bind(app, app.reports.dialogs, theme=app.frame.theme)
    wire(app)
    wire_notices(app)
    app.remember()
    if app.settings.policy is not NO_POLICY:
        from desktop.policy.applying import apply_to_parts

        apply_to_parts(app)


def _put_picture(app: App) -> None:
    app.place = LookPlace(app.session.images, app.actions)
    app.frame.stack.addWidget(app.place)


def _put_look(app: App) -> None:
    app.presenter = LookPresenter(
        app.place,
        session=app.session,
        state=app.state,
        engine=app.engine,
        reading=app.reading,
        background=app.background,
    )
    app.similar = SimilarPart(
        app.window,
        app.place.panel,
        actions=app.actions,
        session=app.session,
        state=app.state,
        settings=app.settings,
        background=app.background,
    )


def _put_cases(app: App) -> None:
    app.cases = CasesPart(
        app.places,
        actions=app.actions,
        background=app.background,
        reports=app.reports,
        parent=app,
    )
    app.noting = app.exporter.noting = ExportNoting(app.cases.desk)
    app.following = FollowPart(
        app.cases, places=app.places, actions=app.actions, background=app.background
    )
    app.file_says = FileSays(
        app.place.panel,
        session=app.session,
        state=app.state,
        background=app.background,
    )
    app.keeping = CaseCommands(
        app.window, part=app.cases, look=app.presenter, file_says=app.file_says
    )


def _put_places(app: App) -> None:
    app.batch = BatchPart(
        app.places,
        actions=app.actions,
        engine=app.engine,
        reading=app.reading,
        background=app.background,
        settings=app.settings,
        dialogs=app.reports.dialogs,
    )
    app.atlas = AtlasPart(
        app.places,
        shelf=app.similar.shelf,
        marks=app.marks,
        actions=app.actions,
        engine=app.engine,
        reading=app.reading,
        state=app.state,
        background=app.background,
    )
    app.teach = TeachPart(
        app.window,
        atlas=app.atlas,
        shelf=app.similar.shelf,
        profiles=app.profiles,
        settings=app.settings,
        places=app.places,
        background=app.background,
        dialogs=app.reports.dialogs,
    )
    app.quiz = QuizPart(
        app.places,
        shelf=app.similar.shelf,
        actions=app.actions,
        tools=QuizTools(
            app.learning,
            app.profiles,
            app.settings,
            app.engine,
            app.reading,
            app.state,
            app.background,
        ),
    )
    app.progress = ProgressPart(
        app.places,
        desk=app.learning,
        profiles=app.profiles,
        shelf=app.similar.shelf,
        actions=app.actions,
        background=app.background,
        settings=app.settings,
        dialogs=app.reports.dialogs,
    )
    app.comparing = ComparePart(
        app.place,
        places=app.places,
        actions=app.actions,
        session=app.session,
        state=app.state,
        background=app.background,
    )


def _put_navigation(app: App) -> None:
    app.navigation = Navigation(
        app.places,
        actions=app.actions,
        look=app.presenter,
        session=app.session,
        state=app.state,
        intake=app.intake,
        parts=Parts(app.cases, app.batch, app.atlas, app.quiz, app.progress, app.comparing),
        teach=app.teach,
    )
    app.notice = NoticeBar()
    app.window.put_on_top(app.notice)
    app.notices = Notices(app.notice, actions=app.actions, engine=app.engine)
