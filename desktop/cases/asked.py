"""A question to the cases, and who hears of what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from core.errors import ImageError, LentigoError, OutputError, StoreError
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.cases.store import CaseStore

_OURS: Final = (StoreError, ImageError, OutputError)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is on its way, or waits for the passphrase."""

    question: Callable[[CaseStore], Any]
    done: Callable[[Any], None]
    failed: Callable[[LentigoError], None]


def pass_on(failed: Callable[[LentigoError], None], error: Exception) -> None:
    """Tell an error where the store, an image or a disk is to blame; raise any other."""
    if not isinstance(error, _OURS):
        raise error
    failed(error)


def tell_any(failed: Callable[[LentigoError], None], error: Exception) -> None:
    """Have whoever waits hear of every end, so that no dialog stays busy for ever."""
    if isinstance(error, LentigoError):
        failed(error)
        return
    failed(StoreError(tr("This could not be done, because of a fault of Lentigo's own.")))
    raise error
