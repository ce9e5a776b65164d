"""From the command line to the open window, and to the end of it."""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.launch import Launch, has_display, parse, say_no_display
from desktop.portions import LATER, PARTS, WATCHING
from desktop.shell import garbage
from desktop.turns import take_turns

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.composition import App
    from desktop.engine.client import EngineRequest
    from desktop.shell.frame import Frame
    from desktop.shell.settings import SettingsStore


_PAUSE_MS = 100


def run(arguments: list[str]) -> int:
    """Open the window, and wait until it is closed.

    Parameters
    ----------
    arguments : list of str
        The command line without the program's name.

    Returns
    -------
    int
        Exit status.
    """
    launch = parse(arguments)
    if not has_display():
        return say_no_display(launch.language)
    garbage.let_lie()
    application = _application(launch)
    settings = _settings(launch)
    _start_speaking(launch, settings, application)
    frame = open_frame(launch, settings)
    frame.window.painted.connect(lambda: _prepare(frame, launch))
    frame.window.show()
    # Qt's loop never comes back to Python for its handler; nothing unsaved is lost.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application.exec()


def _application(launch: Launch) -> QApplication:
    from desktop.shell.screen_fault import ending_in_words

    with ending_in_words(lambda: say_no_display(launch.language)):
        return make_application()


def make_application() -> QApplication:
    """Return the process's QApplication, made at the first call."""
    from PySide6.QtWidgets import QApplication

    from desktop.shell import quirks
    from desktop.shell.letters import require_letters

    quirks.stop_reading_imports()
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Lentigo")
    application.setOrganizationName("Lentigo")
    application.setDesktopFileName("lentigo")
    require_letters(application)
    application.setStyle("fusion")  # the one style that follows our palette on every system
    return application


def _start_speaking(launch: Launch, settings: SettingsStore, application: QApplication) -> None:
    from desktop.language.choice import start_speaking

    fixed = "language" in settings.policy.fixed
    start_speaking(launch.language, settings.current.language, application, fixed=fixed)


def open_frame(launch: Launch, settings: SettingsStore) -> Frame:
    """Make the frame of the window."""
    from desktop.shell.frame import Frame

    frame = Frame(settings, inviting=not launch.paths)
    if launch.size is not None:
        frame.window.resize(*launch.size)
    return frame


def _prepare(frame: Frame, launch: Launch) -> None:
    """Import the rest, furnish, and import what may be opened later, unless it is closed before."""
    from PySide6.QtCore import QObject

    start = QObject(frame.window)
    frame.window.closing.connect(start.deleteLater)  # else the engine starts after the end

    def import_later() -> None:
        parts = _imported(LATER)
        take_turns(parts, owner=start, pause_ms=_PAUSE_MS, then=garbage.spare_what_stays)

    steps = chain(_watched(frame), _imported(PARTS), _furnished(frame, launch))
    take_turns(steps, owner=start, then=import_later)


def _watched(frame: Frame) -> Iterator[None]:
    """Draw the mark; from now on crashes of native code are reported, and memory is returned."""
    frame.invitation.show_mark()
    yield
    yield from _imported(WATCHING)
    from core.memory import keep_large_blocks_apart

    keep_large_blocks_apart()
    from core.diagnostics.native import watch_native_crashes

    watch_native_crashes()
    yield


def _imported(parts: Iterable[str]) -> Iterator[None]:
    for part in parts:
        importlib.import_module(part)
        yield


def _furnished(frame: Frame, launch: Launch) -> Iterator[None]:
    """Put everything into the frame, then start the engine and open the images."""
    from desktop.composition import App
    from desktop.engine.client import connect_engine
    from desktop.furnishing import furnish
    from desktop.shell.icons import window_icon

    frame.window.setWindowIcon(window_icon())
    yield
    app = App(frame, connect=connect_engine, request=_request(launch, frame.settings))
    yield from furnish(app)
    yield
    begin(app, launch)


def begin(app: App, launch: Launch) -> None:
    """Have a furnished window do what the command line asks for."""
    _let_languages_change(app)
    app.start(launch.paths)
    if launch.screenshot is not None:
        _photograph(app, launch.screenshot, expected=bool(launch.paths))


def _compose(frame: Frame, request: EngineRequest) -> App:
    from desktop.composition import compose
    from desktop.engine.client import connect_engine

    app = compose(frame, connect=connect_engine, request=request)
    _let_languages_change(app)
    return app


def _let_languages_change(app: App) -> None:
    from desktop.language.change import LanguageChange

    app.view.languages.wanted.connect(LanguageChange(app, compose=_compose).want)


def _settings(launch: Launch) -> SettingsStore:
    from PySide6.QtCore import QSettings

    from core.policy.current import current_policy
    from desktop.shell.settings import SettingsStore
    from desktop.shell.wishes import ThemeChoice

    backend = None if launch.screenshot is not None else QSettings()
    store = SettingsStore(backend, policy=current_policy())
    if launch.theme is not None:
        store.override(theme=ThemeChoice(launch.theme))
    return store


def _request(launch: Launch, settings: SettingsStore) -> EngineRequest:
    from core.installed.pointer import model_in_use
    from desktop.engine.client import EngineRequest

    current, policy = settings.current, settings.policy
    if policy.fixes_model or not (launch.model or current.model):
        model = model_in_use()
    else:
        model = launch.model or Path(current.model)
    device = None if "device" in policy.fixed else launch.device
    return EngineRequest(model, device or str(current.device))


def _photograph(app: App, path: Path, *, expected: bool) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop.screenshot import Screenshot

    shot = Screenshot(app, path, expected=expected)
    shot.finished.connect(app.close)
    shot.finished.connect(QApplication.exit)
    shot.failed.connect(lambda words: sys.stderr.write(f"{words}\n"))
    shot.start()
