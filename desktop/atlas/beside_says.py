"""What the model says of the images beside each other, for whoever wants to see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language.words import tr

if TYPE_CHECKING:
    from desktop.atlas.model_says import ModelSays, Said
    from desktop.compare.view import CompareView
    from desktop.look.state import LookState


class BesideSays(QObject):
    """Asks about each image, and shows its finding and its heat map once they come.

    Parameters
    ----------
    view : CompareView
        The cells.
    make_says : callable
        Makes what asks about one image, for its owner.
    state : LookState
        How strong heat is shown.
    """

    def __init__(
        self,
        view: CompareView,
        *,
        make_says: Callable[[QObject], ModelSays],
        state: LookState,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._make = make_says
        self._state = state
        self._says: list[ModelSays] = []
        self._paths: tuple[Path, ...] = ()
        self._words: tuple[str, ...] = ()
        self._said: dict[int, Said] = {}
        self._wanted = False

    @property
    def asking(self) -> bool:
        """Whether an answer is awaited."""
        return any(one.asking for one in self._says)

    def forget(self) -> None:
        """Know of no images; what is asked is dropped."""
        self.set_wanted(wanted=False)
        self._paths, self._words = (), ()

    def know(self, paths: Sequence[Path], words: Sequence[str]) -> None:
        """Know which images are shown, and what is said of each besides."""
        self._paths, self._words = tuple(paths), tuple(words)
        if self._wanted:
            self._ask()

    def set_wanted(self, *, wanted: bool) -> None:
        """Show what the model says of all of them, or of none."""
        self._wanted = wanted
        self._said.clear()
        for one in self._says:
            one.drop()
        for place in range(len(self._paths)):
            self._show_words(place, "")
            self.show_heat(place)
        if wanted:
            self._ask()

    def show_heat(self, place: int) -> None:
        """Lay its heat map over a picture, which may have come after it; or take it away."""
        cell, said = self._view.cells[place], self._said.get(place)
        cell.legend.setVisible(said is not None)
        cell.picture.show_heat(None if said is None else said.layer.picture)
        if said is not None:
            opacity = self._state.opacity / 100
            cell.picture.set_heat(visible=True, opacity=opacity)
            cell.legend.show_scale(said.layer, name=said.name)
            cell.legend.set_opacity(opacity)

    def _ask(self) -> None:
        while len(self._says) < len(self._paths):
            place, says = len(self._says), self._make(self)
            says.came.connect(partial(self._came, place))
            says.failed.connect(partial(self._show_words, place))
            self._says.append(says)
        for place, path in enumerate(self._paths):
            self._show_words(place, tr("Asking the model…"))
            self._says[place].ask(path)

    def _came(self, place: int, said: Said) -> None:
        self._said[place] = said
        self._show_words(place, said.short)
        self.show_heat(place)

    def _show_words(self, place: int, words: str) -> None:
        shown = "\n".join(filter(None, (self._words[place], words)))
        self._view.cells[place].trust.setText(shown)
        self._view.cells[place].trust.setVisible(bool(shown))
