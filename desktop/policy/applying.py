"""Takes away from the window what a policy switches off, and holds what it fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.language import again
from desktop.language.words import mark, tr
from desktop.policy.table import held_actions, hidden_actions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.policy.policy import Policy
    from desktop.composition import App
    from desktop.shell.actions import Actions

FIXED: Final = mark("Fixed by the administrators of this computer.")


def apply_to_actions(policy: Policy, actions: Actions) -> None:
    """Hide what is switched off; show what is fixed as it is, but do not offer it.

    Parameters
    ----------
    policy : Policy
        Of this computer.
    actions : Actions
        Of the window.
    """
    why = tr(FIXED)
    for name in held_actions(policy):
        actions.withhold(name, why=why)
    for name in hidden_actions(policy):
        actions.withhold(name, why=why, hidden=True)


def apply_to_parts(app: App) -> None:
    """Hold what is fixed and no action; say what is wrong with a policy that cannot be read.

    Parameters
    ----------
    app : App
        What is behind the window.
    """
    fixed = app.settings.policy.fixed
    app.place.tools.opacity_fixed = "heat_opacity" in fixed
    if "operating_point" in fixed:
        app.readings.operating_points.withhold(tr(FIXED))
    if problem := app.settings.policy.problem:
        app.notices.tell(again(problem))


def hold(widget: QWidget, *, fixed: bool) -> None:
    """Show a control of a fixed setting as it is, without letting anybody use it."""
    if fixed:
        widget.setEnabled(False)
        widget.setToolTip(tr(FIXED))
