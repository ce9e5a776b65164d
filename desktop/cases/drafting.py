"""Keeps the draft of what is being written in one dialog, and brings it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk


class Drafting:
    """Has one draft at a time.

    Parameters
    ----------
    desk : CaseDesk
        Keeps drafts.
    offer : callable
        Gets the draft that there is when the dialog opens; is not called where there is none.
    failed : callable
        Gets the error, where a draft can be neither read nor kept.
    """

    def __init__(
        self,
        desk: CaseDesk,
        *,
        offer: Callable[[str], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        self._desk = desk
        self._offer = offer
        self._failed = failed
        self._key = ""
        self._read = False

    def begin(self, key: str) -> None:
        """Offer the draft of what is being opened, and keep drafts of it from now on."""
        self._key, self._read = key, False
        came = partial(self._came, key)
        self._desk.ask(lambda store: store.drafts.read(key), done=came, failed=self._failed)

    def keep(self, words: str | None) -> None:
        """Keep a draft in place of the one before; None is nothing new, so that none is left."""
        if words is None:
            if self._read:  # else the dialog is closed before its draft could be offered
                self.drop()
            return
        key, draft = self._key, words
        self._desk.ask(
            lambda store: store.drafts.keep(key, draft), done=_nothing, failed=self._failed
        )

    def drop(self) -> None:
        """Forget the draft, since it is saved or given up."""
        key = self._key
        self._desk.ask(lambda store: store.drafts.drop(key), done=_nothing, failed=self._failed)

    def _came(self, key: str, draft: str | None) -> None:
        if key != self._key:
            return  # of a dialog that was closed meanwhile
        self._read = True
        if draft is not None:
            self._offer(draft)


def _nothing(_: None) -> None:
    """Follow nothing from it."""
