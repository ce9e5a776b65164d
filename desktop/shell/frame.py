"""What is seen first: the frame of the window and an invitation, with as little import as possible.

Everything else (`desktop.composition`) is put in once this is painted, a moment later.
"""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from core.policy.policy import NO_POLICY
from desktop.shell.action_spec import Need
from desktop.shell.action_table import ACTIONS
from desktop.shell.actions import Actions
from desktop.shell.invitation import Invitation
from desktop.shell.places import Place, Places
from desktop.shell.rail import Rail
from desktop.shell.settings import SettingsStore
from desktop.shell.theme import ThemeSwitch
from desktop.shell.window import MainWindow

_WAYS = ("open", "open_folder", "open_examples")


class Frame:
    """The window without anything in it.

    Parameters
    ----------
    settings : SettingsStore
        What the window remembers.
    inviting : bool, optional
        Whether to invite to open something; not where images are about to come.
    """

    def __init__(self, settings: SettingsStore, *, inviting: bool = True) -> None:
        self.settings = settings
        self.window = MainWindow()
        self.theme = ThemeSwitch(settings.current.theme, self.window)
        self.actions = Actions(ACTIONS, self.window)
        if settings.policy is not NO_POLICY:
            from desktop.policy.applying import apply_to_actions

            apply_to_actions(settings.policy, self.actions)
        self.stack = QStackedWidget()
        self.invitation = Invitation([self.actions[name] for name in _WAYS])
        self.invitation.set_inviting(inviting)
        self.stack.addWidget(self.invitation)
        self.places = Places(self.actions, self.window)
        self.places.add(Place.LOOK, self.stack)
        self.rail = Rail(self.actions[f"place_{place}"] for place in Place)
        self.window.show_places(self.places.stack, rail=self.rail)
        self._remember()

    def _remember(self) -> None:
        """Show the settings as they were left."""
        current = self.settings.current
        for group, value in (
            ("colours", current.heat_colours),
            ("method", current.heat_method),
            ("theme", current.theme),
            ("language", current.language),
            ("device", current.device),
        ):
            self.actions.check(f"{group}_{value}")
        self.actions.check("heat_map", checked=current.heat_visible)
        self.actions.check("thorough", checked=current.thorough)
        self.actions.check("commit_first", checked=current.commit_first)
        self.actions.check("how_sure", checked=current.how_sure)
        self.actions.check("without_lesion", checked=current.without_lesion)
        self.actions.check("similar", checked=current.similar)
        self.actions.check("evidence", checked=current.evidence)
        self.actions.check("filmstrip", checked=current.filmstrip)
        self.actions.check("body_map", checked=current.body_map)
        self.actions.check(f"place_{self.places.current}")
        self.actions.enable(Need.LOOKING)
        self.window.restore(current.geometry)
        self.actions.check("full_screen", checked=self.window.isFullScreen())
