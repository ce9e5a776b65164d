"""The program that is measured: a window, Lentigo's or a bare one.

``python -m benchmarks.open_window SETTINGS shown bare|lentigo`` says when the first paint is done,
and ends; ``… SETTINGS answered lentigo FILE`` does so when the answer about a file is there.
``… SETTINGS held bare|lentigo SECONDS [FOLDER]`` opens a folder, goes from image to image, and says
after so many seconds how long the event loop was held. Lentigo keeps its settings in the folder
SETTINGS, away from its user's.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from desktop.composition import App
    from desktop.launch import Launch
    from desktop.shell.frame import Frame

_STEP_MS = 400
_VISITS = dict(
    zip(
        range(10, 100, 6),
        (
            *("place_cases", "place_look", "model_card", "about", "find_command"),
            *("preview_report", "your_answers", "lock_after"),
            *("place_batch", "place_look", "export_dicom", "archive", "compare"),
            *("place_progress", "place_look"),
        ),
        strict=False,
    )
)
"""What is opened meanwhile, at which step."""


def main() -> int:
    """Open the window that the command line names."""
    settings, what, which, *rest = sys.argv[1:]
    if what == "answered":
        return _lentigo(lambda _: None, rest, settings=settings, use=_tell_answer)
    painted = _tell if what == "shown" else lambda window: _measure(window, float(rest[0]))
    if which == "bare":
        return _bare(painted)
    return _lentigo(painted, rest[1:], settings=settings, use=_use)


def _tell(_: QMainWindow) -> None:
    os.write(sys.stdout.fileno(), b"painted\n")
    os._exit(0)  # what would be loaded now is not measured


def _tell_answer(app: App) -> None:
    def tell(finished: int, _: int) -> None:
        if finished:
            os.write(sys.stdout.fileno(), b"answered\n")
            app.window.close()

    app.session.progress.connect(tell)


def _measure(window: QMainWindow, seconds: float) -> None:
    from PySide6.QtCore import QTimer

    from benchmarks.heartbeat import Heartbeat
    from benchmarks.memory import own_mb, tree_mb

    heartbeat = Heartbeat(window)

    def finish() -> None:
        found = heartbeat.stop() | _done
        found["own_mb"], found["all_mb"] = own_mb(os.getpid()), tree_mb(os.getpid())
        os.write(sys.stdout.fileno(), json.dumps(found).encode() + b"\n")
        window.close()

    QTimer.singleShot(int(seconds * 1e3), window, finish)
    heartbeat.start()


_done: dict[str, object] = {}


def _bare(painted: Callable[[QMainWindow], None]) -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        """The least that can be called a window."""

        told = False

        def paintEvent(self, event: QPaintEvent) -> None:
            """Paint, and tell the first time, as Lentigo's does."""
            super().paintEvent(event)
            if not self.told:
                self.told = True
                QTimer.singleShot(0, self, lambda: painted(self))

    application = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1200, 800)
    window.show()
    return application.exec()


def _lentigo(
    painted: Callable[[QMainWindow], None],
    paths: list[str],
    *,
    settings: str,
    use: Callable[[App], None],
) -> int:
    from PySide6.QtCore import QSettings

    from desktop import __main__ as program
    from desktop import application

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    open_frame, begin = application.open_frame, application.begin

    def opened(*given: object, **named: object) -> Frame:
        frame = open_frame(*given, **named)  # type: ignore[arg-type]  # handed on as they are
        frame.window.painted.connect(lambda: painted(frame.window))
        return frame

    def begun(app: App, launch: Launch) -> None:
        use(app)
        begin(app, launch)

    application.open_frame, application.begin = opened, begun
    return program.main(paths)


def _use(app: App) -> None:
    """Go from image to image and elsewhere, as a person does, and count the answers."""
    from itertools import count as counting

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    steps = counting()

    def step() -> None:
        opened = QApplication.activeModalWidget()
        if opened is not None:
            opened.close()
        app.actions[_VISITS.get(next(steps), "next_image")].trigger()

    def count(finished: int, _: int) -> None:
        _done["finished"] = finished

    timer = QTimer(app, interval=_STEP_MS)
    timer.timeout.connect(step)
    timer.start()
    app.session.progress.connect(count)


if __name__ == "__main__":
    sys.exit(main())
