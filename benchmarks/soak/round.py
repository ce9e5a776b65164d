"""One round of a user's work: everything once, in an order that the dice choose."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.soak.acts import cases, dialogs, learning, look, program
from benchmarks.soak.user import Act, User

_FREE: tuple[tuple[Callable[[User], Act], ...], ...] = (
    (look.walk,),
    (look.explain,),
    (look.compare,),
    (look.export,),
    (cases.keep_case, cases.follow_up, dialogs.open_in_cases, cases.delete_case),
    (learning.browse, learning.quiz, learning.progress, learning.delete_profile),
    (program.batch,),
    (program.change_theme,),
    (program.lock,),
    (dialogs.open_in_look,),
)
"""Chains of acts; each can begin at any time when images are open."""
_PAUSE_S = 8.0
_WINDOWS = 5
"""So many rounds are played in one window, then the language changes, and with it the window."""


def play_round(user: User, number: int) -> Act:
    """Open images, do everything once, and leave the window as it was found."""
    yield from look.open_images(user)
    if number % _WINDOWS == 0:
        yield from program.change_language(user)
    for chain in user.dice.sample(_FREE, len(_FREE)):
        for act in chain:
            user.doing = act.__name__
            yield from act(user)
    yield from look.close_all(user)
    yield from _pause(user)


def _pause(user: User) -> Act:
    """Do nothing for a moment: a window at rest puts itself in order."""
    end = time.monotonic() + _PAUSE_S
    yield lambda: time.monotonic() > end
    yield user.quiet
