"""Puts the window together: the one file that knows all parts, and does nothing with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.engine.bridge import EngineBridge
from desktop.engine.client import Connect, EngineRequest
from desktop.furnishing import furnish
from desktop.learning.desk import LearningDesk
from desktop.learning.marks import Marks
from desktop.learning.profiles import Profiles
from desktop.look.export import Exporter
from desktop.look.intake import Intake
from desktop.look.pictures import PictureStore
from desktop.look.reading import Reading
from desktop.look.rereading import Rereading
from desktop.look.session import Session
from desktop.look.state import LookState
from desktop.report.reports import Reports
from desktop.shell.background import Background
from desktop.shell.dialogs import Dialogs, SystemDialogs
from desktop.shell.frame import Frame
from desktop.shell.places import Place
from desktop.shell.thrift import Thrift
from desktop.shell.window import MainWindow

if TYPE_CHECKING:
    from core.trust.patient import Patient
    from desktop.atlas.part import AtlasPart
    from desktop.batch.part import BatchPart
    from desktop.bringing.commands import BringingCommands
    from desktop.cases.commands import CaseCommands
    from desktop.cases.noting import ExportNoting
    from desktop.cases.part import CasesPart
    from desktop.commit.part import CommitPart
    from desktop.compare.part import ComparePart
    from desktop.exchange.commands import ExchangeCommands
    from desktop.followup.part import FollowPart
    from desktop.learning.commands import ProfileCommands
    from desktop.lock.part import LockPart
    from desktop.look.explain_commands import ExplainCommands
    from desktop.look.file_says import FileSays
    from desktop.look.place import LookPlace
    from desktop.look.presenter import LookPresenter
    from desktop.look.reading_commands import ReadingCommands
    from desktop.navigation import Navigation
    from desktop.progress.part import ProgressPart
    from desktop.quiz.part import QuizPart
    from desktop.recent.menu import RecentMenu
    from desktop.shell.model_commands import ModelCommands
    from desktop.shell.notice import NoticeBar
    from desktop.shell.notices import Notices
    from desktop.shell.view_commands import ViewCommands
    from desktop.similar.commands import SimilarCommands
    from desktop.similar.part import SimilarPart
    from desktop.teach.part import TeachPart
    from desktop.vault.part import VaultPart


def compose(
    frame: Frame,
    *,
    connect: Connect,
    request: EngineRequest,
    make_dialogs: Callable[[MainWindow], Dialogs] = SystemDialogs,
) -> App:
    """Put everything into a frame at once; the parameters are those of `App`."""
    app = App(frame, connect=connect, request=request, make_dialogs=make_dialogs)
    for _ in furnish(app):
        pass
    return app


class App(QObject):
    """Everything behind the frame, once `furnish` has made its parts; making it starts nothing.

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

    # What `furnish` makes.
    atlas: AtlasPart
    batch: BatchPart
    cases: CasesPart
    comparing: ComparePart
    file_says: FileSays
    following: FollowPart
    keeping: CaseCommands
    navigation: Navigation
    notice: NoticeBar
    notices: Notices
    noting: ExportNoting
    place: LookPlace
    presenter: LookPresenter
    quiz: QuizPart
    progress: ProgressPart
    similar: SimilarPart
    teach: TeachPart
    # What `bind` makes.
    atlases: SimilarCommands
    bringing: BringingCommands
    commit: CommitPart
    exchange: ExchangeCommands
    explain: ExplainCommands
    lock: LockPart
    profile_commands: ProfileCommands
    models: ModelCommands
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
        self.frame = frame
        self.settings = frame.settings
        self.window = frame.window
        self.actions = frame.actions
        self.places = frame.places
        self.background = Background(self)
        Thrift(self.background)
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
        self.marks = Marks(self.learning, self.profiles, self)
        dialogs = make_dialogs(self.window)
        self.reports = Reports(self.window, settings=self.settings, dialogs=dialogs)

    def start(self, paths: Iterable[Path] = ()) -> None:
        """Start the engine, look into packages of atlases, and open the images."""
        self.engine.start()
        images = self.teach.take([path.absolute() for path in paths])
        if images:
            self.intake.take_paths(images)

    def close(self) -> None:
        """Remember what is to be remembered; end threads and the inference process."""
        self.settings.change(geometry=self.window.geometry_state(), panes=self.place.panes_state())
        self.window.hide()  # ending a process may take a moment
        self.bringing.close()
        self.cases.close()
        self.teach.close()
        self.quiz.close()
        self.learning.close()
        self.batch.close()
        self.exchange.close()
        self.reports.close()
        self.background.close()
        self.engine.close()

    def remember(self) -> None:
        """Take up what the settings say of the parts."""
        current = self.settings.current
        self.session.thorough = current.thorough
        self.place.strip.setVisible(current.filmstrip)
        self.place.restore_panes(current.panes)
        self.window.status.show_engine(self.engine.status)

    def state_patient(self, patient: Patient) -> None:
        """Keep of whom the image is that is looked at."""
        if self.state.image is not None:
            self.rereading.state_patient(self.state.image, patient)

    def renew_sources(self) -> None:
        """Find the opened images of cases again after their store was changed."""
        from desktop.vault.renewal import renew_sources

        renew_sources(self.session, self.cases.desk)

    def show_place(self, occupied: bool) -> None:  # noqa: FBT001  # called by a signal
        """Show the pictures, or the invitation where there are none."""
        self.frame.invitation.set_inviting(not occupied)
        self.frame.stack.setCurrentIndex(int(occupied))

    def expect_drops(self, place: Place) -> None:
        """Take what is dropped as a batch in that place alone."""
        self.window.takes_batches = place is Place.BATCH

    def show_method(self) -> None:
        """Tick the method of the heat map that is shown."""
        self.actions.check(f"method_{self.state.method}")
