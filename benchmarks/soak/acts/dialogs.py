"""Opening what asks or tells something, and thinking better of it."""

from __future__ import annotations

from benchmarks.soak.user import Act, User
from desktop.shell.action_spec import Menu

_EACH_TIME = 6
_NEVER = {"own_model", "former_model", "restart_engine", "starter_atlas"}
"""What would begin something at once."""


def open_in_look(user: User) -> Act:
    """Open some of what can be asked for while an image is looked at."""
    user.does("place_look")
    yield from _open_some(user)


def open_in_cases(user: User) -> Act:
    """Open some of what can be asked for while a patient's page is open."""
    user.does("place_cases")
    yield user.quiet
    yield from _open_some(user)


def _open_some(user: User) -> Act:
    user.answers.images, user.answers.folder = [], None
    names = [spec.id for spec in user.app.actions.specs if _asks(user, spec.id)]
    for name in user.dice.sample(names, min(_EACH_TIME, len(names))):
        user.doing = name
        user.may(name)
        yield user.quiet
        while user.asked():
            user.dialog.reject()
            yield user.quiet
    user.answers.forget_files()


def _asks(user: User, name: str) -> bool:
    actions = user.app.actions
    spec = next(one for one in actions.specs if one.id == name)
    asks = "…" in spec.text or (spec.menu in {Menu.MODEL, Menu.HELP} and not spec.group)
    return asks and name not in _NEVER and actions[name].isEnabled()
