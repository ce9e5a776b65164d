"""Puts the window together: the one file that knows all parts, and does nothing with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.atlas.part import AtlasPart
from desktop.batch.part import BatchPart
from desktop.binding import bind
from desktop.cases.commands import CaseCommands
from desktop.cases.noting import ExportNoting
from desktop.cases.part import CasesPart
from desktop.compare.part import ComparePart
from desktop.engine.bridge import EngineBridge
from desktop.engine.client import Connect, EngineRequest
from desktop.followup.part import FollowPart
from desktop.learning.desk import LearningDesk
from desktop.learning.profiles import Profiles
from desktop.look.export import Exporter
from desktop.look.file_says import FileSays
from desktop.look.intake import Intake
from desktop.look.pictures import PictureStore
from desktop.look.place import LookPlace
from desktop.look.presenter import LookPresenter
from desktop.look.reading import Reading
from desktop.look.rereading import Rereading
from desktop.look.session import Session
from desktop.look.state import LookState
from desktop.navigation import Navigation, Parts
from desktop.report.reports import Reports
from desktop.shell.background import Background
from desktop.shell.dialogs import Dialogs, SystemDialogs
from desktop.shell.frame import Frame
from desktop.shell.notice import NoticeBar
from desktop.shell.notices import Notices
from desktop.shell.places import Place
from desktop.shell.window import MainWindow
from desktop.similar.part import SimilarPart
from desktop.wiring import wire_notices

if TYPE_CHECKING:
    from desktop.commit.part import CommitPart
    from desktop.exchange.commands import ExchangeCommands
    from desktop.lock.part import LockPart
    from desktop.look.explain_commands import ExplainCommands
    from desktop.look.reading_commands import ReadingCommands
    from desktop.recent.menu import RecentMenu
    from desktop.shell.view_commands import ViewCommands
    from desktop.similar.commands import SimilarCommands
    from desktop.vault.part import VaultPart


class App(QObject):
    """Everything behind the frame; making it starts nothing.

    Parameters
    ----------
    frame : Frame
        The window, which becomes the owner.
    connect : Connect
        Makes the engine's client.
    request : EngineRequest
        Which model, on what.
    make_dialogs : callable, optional
        Makes what asks the user, for the window.
    """

    # What `bind` makes.
    atlases: SimilarCommands
    commit: CommitPart
    exchange: ExchangeCommands
    explain: ExplainCommands
    lock: LockPart
    readings: ReadingCommands
    recent: RecentMenu
    vault: VaultPart
    view: ViewCommands

    def __init__(
        self,
        frame: Frame,
        *,
        connect: Connect,
        request: EngineRequest,
        make_dialogs: Callable[[MainWindow], Dialogs] = SystemDialogs,
    ) -> None:
        super().__init__(frame.window)
        self.settings = frame.settings
        self.window = frame.window
        self.actions = frame.actions
        self.places = frame.places
        self._frame = frame
        self.background = Background(self)
        self.engine = EngineBridge(connect, request, self)
        pictures = PictureStore(self.background, parent=self)
        self.reading = Reading(self.settings, self)
        self.session = Session(
            self.engine, pictures, self.background, reading=self.reading, parent=self
        )
        self.rereading = Rereading(self.session, self.reading)
        self.state = LookState(self.settings, self)
        self.intake = Intake(self.background, self)
        self.exporter = Exporter(self.background, self)
        self.learning = LearningDesk(self)
        self.profiles = Profiles(self.learning, settings=self.settings, parent=self)
        dialogs = make_dialogs(self.window)
        self.reports = Reports(self.window, settings=self.settings, dialogs=dialogs)
        self._furnish()
        bind(self, dialogs, theme=frame.theme)
        self._wire()
        wire_notices(self)
        self._remember()

    def start(self, paths: Iterable[Path] = ()) -> None:
        """Start the engine and open images."""
        self.engine.start()
        wanted = [path.absolute() for path in paths]
        if wanted:
            self.intake.take_paths(wanted)

    def close(self) -> None:
        """Remember what is to be remembered; end threads and the inference process."""
        self.settings.change(geometry=self.window.geometry_state(), panes=self.place.panes_state())
        self.window.hide()  # ending a process may take a moment
        self.atlases.building.close()
        self.cases.close()
        self.learning.close()
        self.batch.close()
        self.exchange.close()
        self.reports.close()
        self.background.close()
        self.engine.close()

    def _furnish(self) -> None:
        self.place = LookPlace(self.session.images, self.actions)
        self._frame.stack.addWidget(self.place)
        self.presenter = LookPresenter(
            self.place,
            session=self.session,
            state=self.state,
            engine=self.engine,
            reading=self.reading,
            background=self.background,
        )
        self.similar = SimilarPart(
            self.window,
            self.place.panel,
            actions=self.actions,
            session=self.session,
            state=self.state,
            settings=self.settings,
            background=self.background,
        )
        self.cases = CasesPart(
            self.places,
            actions=self.actions,
            background=self.background,
            reports=self.reports,
            parent=self,
        )
        self.noting = self.exporter.noting = ExportNoting(self.cases.desk)
        self.following = FollowPart(
            self.cases, places=self.places, actions=self.actions, background=self.background
        )
        self.file_says = FileSays(
            self.place.panel,
            session=self.session,
            state=self.state,
            background=self.background,
        )
        self.keeping = CaseCommands(
            self.window, part=self.cases, look=self.presenter, file_says=self.file_says
        )
        self.batch = BatchPart(
            self.places,
            actions=self.actions,
            engine=self.engine,
            reading=self.reading,
            background=self.background,
            settings=self.settings,
            dialogs=self.reports.dialogs,
        )
        self.atlas = AtlasPart(
            self.places,
            shelf=self.similar.shelf,
            actions=self.actions,
            engine=self.engine,
            reading=self.reading,
            state=self.state,
            background=self.background,
        )
        self.comparing = ComparePart(
            self.place,
            places=self.places,
            actions=self.actions,
            session=self.session,
            state=self.state,
            background=self.background,
        )
        self.navigation = Navigation(
            self.places,
            actions=self.actions,
            look=self.presenter,
            session=self.session,
            state=self.state,
            intake=self.intake,
            parts=Parts(self.cases, self.batch, self.atlas),
        )
        self.notice = NoticeBar()
        self.window.put_on_top(self.notice)
        self.notices = Notices(self.notice, actions=self.actions, engine=self.engine)

    def _wire(self) -> None:
        self.place.strip.cancelled.connect(self.session.cancel_all)
        self.place.panel.action_wanted.connect(lambda name: self.actions[name].trigger())
        # In a turn of its own: with thousands of images the list alone fills one.
        self.presenter.occupied.connect(self._show_place, Qt.ConnectionType.QueuedConnection)
        self.vault.converted.connect(self.following.close)
        self.vault.converted.connect(self.cases.reread)
        self.vault.converted.connect(self._renew_sources)
        self.window.dropped.connect(self.navigation.take)
        self.places.changed.connect(self._expect_drops)
        self.intake.took.connect(self.recent.remember)
        self.recent.chosen.connect(lambda path: self.intake.take_paths([path]))
        self.exchange.fetched.connect(self.intake.take_paths)
        self.window.closing.connect(self.close)
        self.state.heat_changed.connect(self._show_method)
        self.engine.status_changed.connect(self.window.status.show_engine)
        self.engine.status_changed.connect(self.session.use_model)

    def _remember(self) -> None:
        current = self.settings.current
        self.session.thorough = current.thorough
        self.place.strip.setVisible(current.filmstrip)
        self.place.restore_panes(current.panes)
        self.window.status.show_engine(self.engine.status)

    def _renew_sources(self) -> None:
        from desktop.vault.renewal import renew_sources

        renew_sources(self.session, self.cases.desk)

    def _show_place(self, occupied: bool) -> None:  # noqa: FBT001  # called by a signal
        """Show the pictures, or the invitation where there are none."""
        self._frame.invitation.set_inviting(not occupied)
        self._frame.stack.setCurrentIndex(int(occupied))

    def _expect_drops(self, place: Place) -> None:
        self.window.takes_batches = place is Place.BATCH

    def _show_method(self) -> None:
        self.actions.check(f"method_{self.state.method}")
