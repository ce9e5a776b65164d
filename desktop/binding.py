"""What every entry of the menus does: makes the handlers of all actions, and binds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.bringing.commands import BringingCommands
from desktop.commit.part import CommitPart
from desktop.diagnostics.commands import DiagnosticCommands
from desktop.exchange.commands import ExchangeCommands
from desktop.learning.commands import ProfileCommands
from desktop.learning.tools import LearningTools
from desktop.lock.part import LockPart
from desktop.look.commands import LookCommands
from desktop.look.explain_commands import ExplainCommands
from desktop.look.reading_commands import ReadingCommands
from desktop.look.report_commands import ReportCommands
from desktop.recent.menu import RecentMenu
from desktop.shell.action_spec import Menu
from desktop.shell.commands import ShellCommands
from desktop.shell.model_commands import ModelCommands
from desktop.shell.view_commands import ViewCommands
from desktop.similar.commands import SimilarCommands
from desktop.vault.part import VaultPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.composition import App
    from desktop.shell.actions import Handler
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.theme import ThemeSwitch


def bind(app: App, dialogs: Dialogs, *, theme: ThemeSwitch) -> None:
    """Offer all actions, and have each do what it says.

    Parameters
    ----------
    app : App
        With its places; gets the parts that only act.
    dialogs : Dialogs
        What asks the user.
    theme : ThemeSwitch
        Light or dark.
    """
    handlers = {
        **_of_look(app, dialogs),
        **_of_findings(app, dialogs),
        **_of_places(app, dialogs),
        **_of_model(app, dialogs),
        **_of_window(app, theme=theme),
    }
    app.window.offer(app.actions)
    app.recent = RecentMenu(app.settings, app.window)
    app.window.put_submenu(Menu.FILE, app.recent, before=app.actions["open_examples"])
    app.window.put_submenu(Menu.VIEW, app.explain.versus, before=app.actions["next_versus"])
    app.window.put_submenu(
        Menu.MODEL, app.readings.operating_points, before=app.actions["case_mix"]
    )
    app.actions.bind(handlers)


def _of_look(app: App, dialogs: Dialogs) -> Mapping[str, Handler]:
    look = LookCommands(
        place=app.place,
        presenter=app.presenter,
        session=app.session,
        state=app.state,
        intake=app.intake,
        exporter=app.exporter,
        settings=app.settings,
        dialogs=dialogs,
    )
    app.explain = ExplainCommands(app.place, presenter=app.presenter, state=app.state)
    zooming = {**look.handlers(), **app.comparing.handlers(look.handlers())}
    return {**zooming, **app.following.handlers(zooming), **app.explain.handlers()}


def _of_findings(app: App, dialogs: Dialogs) -> Mapping[str, Handler]:
    report = ReportCommands(
        app.presenter,
        exporter=app.exporter,
        reports=app.reports,
        settings=app.settings,
        dialogs=dialogs,
    )
    app.commit = CommitPart(
        app.window,
        app.place.panel,
        session=app.session,
        state=app.state,
        settings=app.settings,
        desk=app.cases.desk,
        background=app.background,
        dialogs=dialogs,
    )
    app.exchange = ExchangeCommands(
        app.window,
        filmstrip=app.place.filmstrip,
        session=app.session,
        background=app.background,
        settings=app.settings,
        dialogs=dialogs,
        noting=app.noting,
        file_says=app.file_says,
    )
    return {**report.handlers(), **app.commit.handlers(), **app.exchange.handlers()}


def _of_places(app: App, dialogs: Dialogs) -> Mapping[str, Handler]:
    tools = LearningTools(app.window, app.learning, app.profiles, dialogs)
    app.profile_commands = ProfileCommands(tools)
    return {
        **app.navigation.handlers(),
        **app.keeping.handlers(),
        **app.batch.commands.handlers(),
        **app.atlas.commands.handlers(),
        **app.teach.handlers(),
        **app.quiz.commands.handlers(),
        **app.progress.handlers(),
        **app.profile_commands.handlers(),
    }


def _of_model(app: App, dialogs: Dialogs) -> Mapping[str, Handler]:
    app.readings = ReadingCommands(
        app.window, reading=app.reading, engine=app.engine, dialogs=dialogs
    )
    app.readings.said.connect(app.notices.tell)
    app.atlases = SimilarCommands(
        app.window,
        shelf=app.similar.shelf,
        settings=app.settings,
        dialogs=dialogs,
    )
    app.models = ModelCommands(
        app.engine,
        settings=app.settings,
        background=app.background,
        dialogs=dialogs,
        parent=app,
    )
    app.bringing = BringingCommands(
        app.window,
        shelf=app.similar.shelf,
        engine=app.engine,
        background=app.background,
        settings=app.settings,
        dialogs=dialogs,
    )
    return {
        **app.readings.handlers(),
        **app.atlases.handlers(),
        **app.bringing.handlers(),
        **app.models.handlers(),
    }


def _of_window(app: App, *, theme: ThemeSwitch) -> Mapping[str, Handler]:
    shell = ShellCommands(
        app.window,
        engine=app.engine,
        settings=app.settings,
        theme=theme,
    )
    diagnostics = DiagnosticCommands(app.window, engine=app.engine)
    app.view = ViewCommands(app.actions, window=app.window, settings=app.settings)
    app.view.filmstrip_wanted.connect(app.place.strip.setVisible)
    app.lock = LockPart(app.window, settings=app.settings)
    app.vault = VaultPart(app.window, desk=app.cases.desk)
    return {
        **shell.handlers(),
        **app.view.handlers(),
        **app.lock.handlers(),
        **app.vault.handlers(),
        **diagnostics.handlers(),
    }
