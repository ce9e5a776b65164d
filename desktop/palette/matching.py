"""Which commands a few typed words mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.language.words import tr

if TYPE_CHECKING:
    from desktop.shell.action_spec import ActionSpec


def matching(typed: str, specs: Iterable[ActionSpec]) -> list[ActionSpec]:
    """Return the commands that hold all of the words, those whose name begins so first.

    Parameters
    ----------
    typed : str
        As the user types it, in any case and order.
    specs : iterable of ActionSpec
        From which to choose; equally good ones stay in this order.
    """
    words = typed.casefold().split()
    ranked = [(_rank(words, spec), spec) for spec in specs]
    good = [(rank, spec) for rank, spec in ranked if rank is not None]
    return [spec for _, spec in sorted(good, key=lambda pair: pair[0])]


def where(spec: ActionSpec) -> str:
    """Return the menu in which a command stands."""
    parts = (tr(spec.menu.value), spec.submenu)
    return " > ".join(part.replace("&", "") for part in parts if part)


def _rank(words: list[str], spec: ActionSpec) -> int | None:
    """Return how well a command fits, 0 the best; None where it does not."""
    name = spec.plain_text.casefold()
    elsewhere = f"{where(spec)} {spec.tip}".casefold()
    if not all(word in name or word in elsewhere for word in words):
        return None
    if name.startswith(" ".join(words)):
        return 0
    if all(any(part.startswith(word) for part in name.split()) for word in words):
        return 1
    return 2 if all(word in name for word in words) else 3
