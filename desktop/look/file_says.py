"""What DICOM files say besides their pixels: read when one is looked at, and only told of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import ImageError
from desktop.language.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.cases.suggestions import Suggestions
    from desktop.look.entries import Source
    from desktop.look.panel import FindingPanel
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.background import Background


class FileSays(QObject):
    """Reads it in the background, and has the panel say which things there are, not what.

    Parameters
    ----------
    panel : FindingPanel
        Tells of it.
    session, state, background
        The image that is looked at, and where its file is read.
    """

    def __init__(
        self,
        panel: FindingPanel,
        *,
        session: Session,
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._state = state
        self._background = background
        self._known: dict[int, Suggestions] = {}
        self._waiting: dict[int, list[Callable[[Suggestions], None]]] = {}
        state.image_changed.connect(self._show)
        session.changed.connect(self._on_news)

    def when_known(self, image: int, use: Callable[[Suggestions], None]) -> None:
        """Call back with what the file of an image says, now or later; never where it is silent."""
        entry = self._session.images.get(image)
        if entry is None or not entry.dicom:
            return
        if image in self._known:
            use(self._known[image])
            return
        self._waiting.setdefault(image, []).append(use)
        if len(self._waiting[image]) == 1:
            self._background.run(
                partial(_read, entry.source),
                done=partial(self._came, image),
                failed=partial(self._failed, image),
            )

    def _on_news(self, image: int) -> None:
        if image == self._state.image:
            self._show()

    def _show(self) -> None:
        image = self._state.image
        self._panel.show_file_says("")
        if image is not None:
            self.when_known(image, partial(self._tell, image))

    def _tell(self, image: int, suggestions: Suggestions) -> None:
        if image == self._state.image:
            self._panel.show_file_says(_words(suggestions))

    def _came(self, image: int, suggestions: Suggestions) -> None:
        self._known[image] = suggestions
        for use in self._waiting.pop(image, []):
            use(suggestions)

    def _failed(self, image: int, error: Exception) -> None:
        """Let it be: what is wrong with a file is said where its picture would be."""
        self._waiting.pop(image, None)
        if not isinstance(error, ImageError):
            raise error


def _read(source: Source) -> Suggestions:
    from core.cases.suggestions import suggestions_from
    from core.images import read_metadata

    return suggestions_from(read_metadata(source))


def _words(suggestions: Suggestions) -> str:
    from desktop.cases.suggestion_box import NAMES, Fact, value_of

    said = [tr(NAMES[fact]) for fact in Fact if value_of(suggestions, fact) is not None]
    if not said:
        return ""
    return tr("It also says: {what}. Nothing of it is taken over.", what=", ".join(said))
