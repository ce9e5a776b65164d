"""What the actions do that look at the installation itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.engine.bridge import EngineBridge
    from desktop.shell.actions import Handler
    from desktop.shell.window import MainWindow


class DiagnosticCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    window : MainWindow
        Owns the dialogs.
    engine : EngineBridge
        Knows which model is used.
    """

    def __init__(self, window: MainWindow, *, engine: EngineBridge) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({"self_test": self._test, "crash_reports": self._show_crashes})

    def _test(self) -> None:
        from desktop.diagnostics.self_test_dialog import SelfTestDialog
        from desktop.diagnostics.testing import Testing

        dialog = SelfTestDialog(self._window)
        testing = Testing(dialog)
        testing.told.connect(dialog.show_checks)
        for end in (dialog.finished, self._window.closing):
            end.connect(testing.stop)
        testing.start(self._engine.request.model)
        dialog.open()

    def _show_crashes(self) -> None:
        from desktop.diagnostics.crash_dialog import CrashDialog

        CrashDialog(self._window).open()
