"""Puts "commit first" together when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from core.cases.commitment import Commitment
    from desktop.cases.desk import CaseDesk
    from desktop.commit.answers_dialog import AnswersDialog
    from desktop.commit.presenter import CommitPresenter
    from desktop.look.panel import FindingPanel
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.actions import Handler
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore


class CommitPart(QObject):
    """Switches the mode, and shows what came of it; without it, nothing of it is there.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    panel : FindingPanel
        Where the question stands.
    session, state, settings, background, dialogs
        What it works with.
    desk : CaseDesk
        Asks the store.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(
        self,
        window: QWidget,
        panel: FindingPanel,
        *,
        session: Session,
        state: LookState,
        settings: SettingsStore,
        desk: CaseDesk,
        background: Background,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._session = session
        self._state = state
        self._settings = settings
        self._desk = desk
        self._background = background
        self._dialogs = dialogs
        self.presenter: CommitPresenter | None = None
        self.dialog: AnswersDialog | None = None
        if settings.current.commit_first:
            self._switch_on()

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return {"commit_first": self._switch, **deaf({"your_answers": self._show_answers})}

    @property
    def answers(self) -> Mapping[str, Commitment]:
        """What was said of images, by the checksums of their bytes."""
        return {} if self.presenter is None else self.presenter.answers

    def take_over(self, answers: Mapping[str, Commitment]) -> None:
        """Know what was said in another window."""
        if answers:
            self._furnished().take_over(answers)

    def _switch(self, wanted: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(commit_first=wanted)
        if wanted:
            self._switch_on()
        else:
            self._session.cover.active = False
            if self.presenter is not None:
                self.presenter.show_all()

    def _switch_on(self) -> None:
        self._session.cover.active = True
        self._furnished()

    def _furnished(self) -> CommitPresenter:
        from desktop.commit.presenter import CommitPresenter

        if self.presenter is None:
            self.presenter = CommitPresenter(
                self._panel, session=self._session, state=self._state, desk=self._desk
            )
            self.presenter.said.connect(self.said)
        return self.presenter

    def _show_answers(self) -> None:
        from desktop.commit.answers import AnswersPresenter
        from desktop.commit.answers_dialog import AnswersDialog

        dialog = self.dialog = AnswersDialog(self._window)
        presenter = AnswersPresenter(
            dialog, desk=self._desk, background=self._background, dialogs=self._dialogs
        )
        presenter.said.connect(self.said)
        presenter.mentioned.connect(self.mentioned)
        dialog.finished.connect(self._forget)
        dialog.open()
        presenter.start()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
