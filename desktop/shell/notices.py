"""Which notice is shown when: the engine's news, and what others have to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.engine.status import EngineState, EngineStatus
from desktop.language.words import tr

if TYPE_CHECKING:
    from desktop.engine.bridge import EngineBridge
    from desktop.shell.actions import Actions
    from desktop.shell.notice import NoticeBar

_MENTIONED_MS: Final = 8000
_REMEDIES: Final = ("restart_engine", "choose_model")


class Notices(QObject):
    """Carries news to the notice bar.

    Parameters
    ----------
    bar : NoticeBar
        Shows them.
    actions : Actions
        Of which a notice offers some.
    engine : EngineBridge
        Has news of its own.
    """

    def __init__(self, bar: NoticeBar, *, actions: Actions, engine: EngineBridge) -> None:
        super().__init__(bar)
        self._bar = bar
        self._actions = actions
        self._about_engine = False
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(_MENTIONED_MS)
        self._fading.timeout.connect(bar.hide)
        engine.noted.connect(self.tell)
        engine.status_changed.connect(self._on_status)

    def tell(self, words: str) -> None:
        """Show a sentence until the user closes it."""
        self._about_engine = False
        self._fading.stop()
        self._bar.tell(words)

    def mention(self, words: str) -> None:
        """Show a sentence that goes by itself, because nothing follows from it."""
        self.tell(words)
        self._fading.start()

    def _on_status(self, status: EngineStatus) -> None:
        if status.state is EngineState.FAILED and status.error is not None:
            self._about_engine = True
            self._fading.stop()
            words = tr("Images cannot be analysed. {reason}", reason=status.error.message)
            offered = [self._actions[name] for name in _REMEDIES]
            self._bar.tell(words, [action for action in offered if action.isVisible()])
        elif self._about_engine:
            self._about_engine = False
            self._bar.hide()
