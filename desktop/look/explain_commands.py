"""What the actions and menus do that say by which method a class is explained, and against what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from core.wording import in_sentence
from desktop.language.words import tr
from desktop.look.class_model import rows_of
from desktop.shell.actions import deaf
from desktop.shell.choice_menu import Choice, ChoiceMenu
from desktop.shell.wishes import HeatMethod

if TYPE_CHECKING:
    from core.model import Card
    from desktop.look.place import LookPlace
    from desktop.look.presenter import LookPresenter
    from desktop.look.state import LookState
    from desktop.shell.actions import Handler


class ExplainCommands(QObject):
    """Handlers, the submenu of the classes to set one against, and the menu of the bars.

    Parameters
    ----------
    place : LookPlace
        Owns the menus.
    presenter : LookPresenter
        Knows what is explained.
    state : LookState
        What is changed.
    """

    def __init__(self, place: LookPlace, *, presenter: LookPresenter, state: LookState) -> None:
        super().__init__(place)
        self._place, self._presenter, self._state = place, presenter, state
        self.versus = ChoiceMenu(tr("&Rather than"), place)
        self.versus.chosen.connect(lambda code: state.select_versus(code or None))
        self._offered: object = None
        presenter.facts_changed.connect(self._offer)
        place.panel.bars.menu_wanted.connect(self._open_menu)
        place.tools.add_to_method(self.versus)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "next_versus": self._step_versus,
                "stop_computing": self._presenter.stop_computing,
                **{f"method_{one}": partial(self._state.set_method, one) for one in HeatMethod},
            }
        )

    def _others(self) -> list[tuple[str, str]]:
        """Codes and names of the classes beside the explained one, the most probable first."""
        entry, code = self._presenter.entry, self._presenter.code
        if entry is None or entry.analysis is None or entry.card is None:
            return []
        rows = rows_of(entry.analysis, entry.card)
        return [(row.code, row.name) for row in rows if row.code != code]

    def _step_versus(self) -> None:
        """Set against the next class, and after the last against none."""
        codes = [None, *(code for code, _ in self._others()), None]
        self._state.select_versus(codes[codes.index(self._presenter.versus) + 1])

    def _offer(self) -> None:
        others, versus = self._others(), self._presenter.versus or ""
        if (others, versus) != self._offered:
            self._offered = others, versus
            choices = [
                Choice(code, name, tr("Set the explained class against this one"))
                for code, name in others
            ]
            self.versus.show_choices([_alone(), *choices] if choices else [], chosen=versus)

    def _open_menu(self, code: str, place: QPoint) -> None:
        entry, explained = self._presenter.entry, self._presenter.code
        if entry is None or entry.card is None or explained is None:
            return
        menu = self.menu_of(code, explained, entry.card)
        menu.popup(place)

    def menu_of(self, code: str, explained: str, card: Card) -> QMenu:
        """Return a menu of what can be done with a class of the bars."""
        menu = QMenu(self._place)
        menu.aboutToHide.connect(menu.deleteLater)
        name, other = card.entry(explained).shown_name, in_sentence(card.entry(code).name)
        if code != explained:
            menu.addAction(
                tr("Explain {name}", name=other), partial(self._state.select_class, code)
            )
            if code != self._presenter.versus:
                words = tr(
                    "Explain {name} rather than {other}",
                    name=in_sentence(name),
                    other=other,
                )
                menu.addAction(words, partial(self._state.select_versus, code))
        if self._presenter.versus is not None:
            words = tr("Explain {name} by itself", name=in_sentence(name))
            menu.addAction(words, partial(self._state.select_versus, None))
        elif code == explained:
            menu.addMenu(self.versus)
        return menu


def _alone() -> Choice:
    tip = tr("Show what speaks for the explained class by itself")
    return Choice("", tr("&No other class"), tip)
