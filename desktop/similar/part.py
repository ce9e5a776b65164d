"""Puts the part "Similar images" together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.shell.disclosure import Disclosure
from desktop.similar.body import SimilarBody
from desktop.similar.presenter import SimilarPresenter
from desktop.similar.shelf import AtlasShelf
from desktop.similar.thumbnails import Thumbnails
from desktop.similar.viewer import SimilarViewer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.look.panel import FindingPanel
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.actions import Actions
    from desktop.shell.background import Background
    from desktop.shell.settings import SettingsStore


class SimilarPart(QObject):
    """Everything behind the part; it arranges and does nothing else.

    Parameters
    ----------
    window : QWidget
        Owns it all.
    panel : FindingPanel
        Where it stands.
    actions : Actions
        Open and close it, and choose the atlas.
    session, state, settings, background
        What it works with.
    """

    def __init__(
        self,
        window: QWidget,
        panel: FindingPanel,
        *,
        actions: Actions,
        session: Session,
        state: LookState,
        settings: SettingsStore,
        background: Background,
    ) -> None:
        super().__init__(window)
        self.shelf = AtlasShelf(settings, background, self)
        self.body = SimilarBody()
        self.body.offer_taken.connect(actions["choose_atlas"].trigger)
        self.disclosure = Disclosure(actions["similar"], self.body)
        panel.add_part(self.disclosure)
        self.body.grown.connect(lambda: panel.follow_growth(self.disclosure))
        self.presenter = SimilarPresenter(
            self.disclosure,
            self.body,
            session=session,
            state=state,
            shelf=self.shelf,
            thumbnails=Thumbnails(background, parent=self),
            background=background,
        )
        self.viewer = SimilarViewer(
            window, self.body, pictures=session.pictures, background=background
        )
        self.presenter.opened.connect(self.viewer.open)
