"""Changes that can be undone: each names the record before and after, nothing of any widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.errors import ChangedMeanwhile
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from core.cases.records import Record
    from core.cases.store import CaseStore
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk

_OTHERS: Final = mark(
    "Somebody else has changed this meanwhile. Nothing was overwritten: what they wrote stays."
)


def bring(store: CaseStore, have: Record | None, want: Record | None) -> Record | None:
    """Bring a record from one state to another, if it still is in the first.

    Parameters
    ----------
    store : CaseStore
        Where it is.
    have, want : Record, optional
        As it is expected to be, and as it shall be; None where it is not there.

    Returns
    -------
    Record or None
        As it is kept now.

    Raises
    ------
    ChangedMeanwhile
        If somebody else has changed it; `value` is what it says now.
    StoreError
        If it cannot be kept, or has been deleted.
    """
    if have is None:
        return None if want is None else store.add(want)
    current = store.get(type(have), have.id)
    if not is_same(current, have):
        raise ChangedMeanwhile(tr(_OTHERS), value=current)
    if want is None:
        store.delete(current)
        return None
    return store.save(replace(want, version=current.version))


def is_same(one: Record, other: Record) -> bool:
    """Whether two say the same, whenever that was written."""
    return replace(one, version=other.version, changed=other.changed) == other


class EditCommand(QUndoCommand):
    """An edit that is kept already, and can be taken back.

    Parameters
    ----------
    name : str
        What the user did.
    before, after : Record, optional
        The record then and now.
    bring : callable
        Brings it from one state to the other.
    """

    def __init__(
        self,
        name: str,
        *,
        before: Record | None,
        after: Record | None,
        bring: Callable[[Record | None, Record | None], None],
    ) -> None:
        super().__init__(name)
        self._before = before
        self._after = after
        self._bring = bring
        self._kept = True

    def redo(self) -> None:
        """Do it again; the first time, it has been done."""
        if not self._kept:
            self._bring(self._before, self._after)
        self._kept = False

    def undo(self) -> None:
        """Take it back."""
        self._bring(self._after, self._before)


class Editor(QObject):
    """Keeps edits, and remembers how to take them back.

    Parameters
    ----------
    desk : CaseDesk
        Keeps them, one after the other.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    stack : QUndoStack
        The edits of this session.
    """

    changed = Signal()
    """Something is kept that was not, or not so."""
    failed = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stack = QUndoStack(self)

    def keep(
        self,
        name: str,
        *,
        before: Record | None,
        after: Record | None,
        done: Callable[[], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Keep an edit, then `done`; or say in `failed` why it is not kept."""

        def kept(record: Record | None) -> None:
            command = EditCommand(name, before=before, after=record, bring=self._bring)
            self.stack.push(command)
            done()
            self.changed.emit()

        self._desk.ask(partial(bring, have=before, want=after), done=kept, failed=failed)

    def forget(self) -> None:
        """Remember no edit: after a deletion, Undo would seem to bring back what is gone."""
        self.stack.clear()

    def _bring(self, have: Record | None, want: Record | None) -> None:
        self._desk.ask(
            partial(bring, have=have, want=want),
            done=lambda _: self.changed.emit(),
            failed=self._not_brought,
        )

    def _not_brought(self, error: LentigoError) -> None:
        self.stack.clear()  # what stands on it no longer knows where it stands
        self.failed.emit(error.message)
        self.changed.emit()
