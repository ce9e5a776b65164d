"""How the table of actions becomes Qt's objects.

Menus, shortcuts, tooltips and the state "can be used now" all come from the one table in
`desktop.shell.action_table`; a handler that is missing or left over is an error at start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from core.language.languages import Language, current
from desktop.language.words import tr
from desktop.shell.action_spec import ActionSpec, Need

Handler = Callable[[bool], None]
"""Gets whether a checkable action is now checked; others ignore it."""


class Actions(QObject):
    """The actions of the window; each is made when it is first wanted, since the frame needs few.

    Parameters
    ----------
    specs : iterable of ActionSpec
        The table.
    parent : QObject, optional
        As for any QObject.
    """

    def __init__(self, specs: Iterable[ActionSpec], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.specs = tuple(specs if current() is Language.ENGLISH else map(translated, specs))
        self._by_id = {spec.id: spec for spec in self.specs}
        self._groups: dict[str, QActionGroup] = {}
        self._made: dict[str, QAction] = {}
        self._facts: Need | None = None
        self._withheld: dict[str, str] = {}

    def __getitem__(self, name: str) -> QAction:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._make(self._by_id[name])
        return made

    def bind(self, handlers: Mapping[str, Handler]) -> None:
        """Give each action what it does, by its id.

        Raises
        ------
        ValueError
            If an action has no handler or a handler no action: a dead entry or a dead function.
        """
        if odd := self._by_id.keys() ^ handlers.keys():
            raise ValueError(f"Actions and handlers do not match: {sorted(odd)}.")
        for name, handler in handlers.items():
            self[name].triggered.connect(_slot(handler))

    def all(self) -> list[QAction]:
        """Return Qt's actions in the order of the table."""
        return [self[name] for name in self._by_id]

    def enable(self, facts: Need) -> None:
        """Enable what makes sense now, disable the rest."""
        self._facts = facts
        for name, action in self._made.items():
            action.setEnabled(self._makes_sense(name, facts))

    def check(self, name: str, *, checked: bool = True) -> None:
        """Show an action as on or off, without triggering it."""
        self[name].setChecked(checked)

    def explain(self, name: str, *, why_not: str) -> None:
        """Say at an action why it is not offered; with nothing to say, what it does."""
        action = self[name]
        action.setToolTip(self._withheld.get(name) or why_not or _tool_tip(action))

    def withhold(self, name: str, *, why: str, hidden: bool = False) -> None:
        """Never offer an action, whatever would make sense; say why, or do not even show it."""
        self._withheld[name] = why
        action = self[name]
        action.setEnabled(False)
        action.setToolTip(why)
        action.setStatusTip(why)
        action.setVisible(not hidden)

    def _makes_sense(self, name: str, facts: Need) -> bool:
        return name not in self._withheld and self._by_id[name].needs in facts

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setStatusTip(spec.tip)
        action.setIconText(spec.short or spec.plain_text)
        action.setToolTip(_tool_tip(action))
        action.setCheckable(spec.checkable or bool(spec.group))
        if spec.group:
            self._group(spec.group).addAction(action)
        if self._facts is not None:
            action.setEnabled(self._makes_sense(spec.id, self._facts))
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]


def translated(spec: ActionSpec) -> ActionSpec:
    """Return a row of the table in the language of the window."""
    return spec._replace(
        text=tr(spec.text),
        tip=tr(spec.tip),
        submenu=tr(spec.submenu) if spec.submenu else "",
        short=tr(spec.short) if spec.short else "",
    )


def _tool_tip(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.statusTip()} ({keys})" if keys else action.statusTip()


def _slot(handler: Handler) -> Handler:
    """Return a plain function: to a partial one, PySide never says whether it is checked."""

    def slot(checked: bool) -> None:  # noqa: FBT001  # Qt's way
        handler(checked)

    return slot


def deaf(handlers: Mapping[str, Callable[[], None]]) -> dict[str, Handler]:
    """Make handlers of functions that do not care whether their action is checked."""
    return {name: partial(_ignore_checked, handler) for name, handler in handlers.items()}


def _ignore_checked(handler: Callable[[], None], _: bool) -> None:  # noqa: FBT001  # as Handler
    handler()
