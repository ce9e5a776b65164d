"""Has the selected image looked at without its lesion, while the user wants to see that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language.words import mark, tr
from desktop.look.asking import Asking
from desktop.look.without_lesion import Look, look_of

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.explain.hidden import Hidden
    from core.images import Picture
    from desktop.engine.bridge import EngineBridge
    from desktop.look.entries import ImageEntry
    from desktop.look.panel import FindingPanel
    from desktop.look.session import Session

_STOPPED = mark("This was cancelled. Close and open it to try again.")
_Key = tuple[int, str]


class CheckPresenter(QObject):
    """Asks the engine once for each image and model; what comes of it is kept with the finding.

    Parameters
    ----------
    panel : FindingPanel
        Shows it.
    session : Session
        Keeps it.
    engine : EngineBridge
        Looks.
    """

    def __init__(self, panel: FindingPanel, *, session: Session, engine: EngineBridge) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._asking = Asking(engine, self)
        self._entry: ImageEntry | None = None
        self._picture: Picture | None = None
        self._failed: dict[_Key, str] = {}
        panel.check_toggled.connect(self._on_toggled)
        self._asking.answered.connect(self._keep)
        self._asking.failed.connect(self._on_failed)
        self._asking.dropped.connect(self._on_dropped)

    @property
    def settled(self) -> bool:
        """Whether nothing is being looked at."""
        return self._asking.about is None

    def show(self, entry: ImageEntry | None, picture: Picture | None) -> None:
        """Show what is known about an image, and ask for what the user wants to know."""
        self._entry, self._picture = entry, picture
        if self._panel.check_open:
            self._ask()
            self._show()
        else:
            self._asking.drop()

    def _on_toggled(self) -> None:
        self._failed.clear()
        self.show(self._entry, self._picture)

    def _ask(self) -> None:
        key = self._key()
        entry = self._entry
        known = entry is None or entry.analysis is None or entry.analysis.hidden is not None
        if key is None or known or key in self._failed or self._picture is None:
            self._asking.drop()
            return
        from core.engine.questions import WithoutLesion

        self._asking.ask(key, self._picture, WithoutLesion())

    def _show(self) -> None:
        entry, key = self._entry, self._key()
        if entry is None or entry.analysis is None or entry.card is None or key is None:
            return
        reason = self._failed.get(key)
        look = look_of(entry.analysis, entry.card) if reason is None else Look(reason)
        self._panel.check.show_look(look)

    def _key(self) -> _Key | None:
        entry = self._entry
        if entry is None or entry.analysis is None:
            return None
        return entry.id, entry.analysis.model.sha256

    def _keep(self, key: _Key, hidden: Hidden) -> None:
        image, model = key
        note_hidden(self._session, image, hidden, model=model)

    def _on_failed(self, key: _Key, error: LentigoError) -> None:
        self._failed[key] = error.message
        self._show()

    def _on_dropped(self) -> None:
        key = self._key()
        if key is not None:
            self._failed[key] = tr(_STOPPED)
            self._show()


def note_hidden(session: Session, image: int, hidden: Hidden, *, model: str) -> None:
    """Keep what a model, named by its checksum, finds without the lesion, with its finding."""
    from core.model.conclusion import with_hidden

    entry = session.images.get(image)
    if entry is None or entry.analysis is None or entry.analysis.model.sha256 != model:
        return
    session.images.change(image, analysis=with_hidden(entry.analysis, hidden))
    session.changed.emit(image)
