"""Going from place to place: what leads where, and what can be done in each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject

from desktop.shell.action_spec import Need
from desktop.shell.actions import deaf
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QMimeData

    from desktop.atlas.commands import AtlasCommands
    from desktop.atlas.part import AtlasPart
    from desktop.batch.commands import BatchCommands
    from desktop.batch.part import BatchPart
    from desktop.cases.page_content import ImageCell
    from desktop.cases.part import CasesPart
    from desktop.compare.part import ComparePart
    from desktop.look.intake import Intake
    from desktop.look.presenter import LookPresenter
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.progress.part import ProgressPart
    from desktop.quiz.part import QuizPart
    from desktop.shell.actions import Actions, Handler
    from desktop.shell.places import Places
    from desktop.teach.part import TeachPart

_ANYWHERE: Final = Need.MODEL | Need.RULES | Need.UNFINISHED
"""What there is to do whichever place is seen."""


class Parts(NamedTuple):
    """What is behind the places besides Look, and behind images side by side there.

    Parameters
    ----------
    cases, batch, atlas, quiz, progress, comparing
        One for each.
    """

    cases: CasesPart
    batch: BatchPart
    atlas: AtlasPart
    quiz: QuizPart
    progress: ProgressPart
    comparing: ComparePart


class Navigation(QObject):
    """Leads to the place where something happens, and offers what makes sense there.

    Parameters
    ----------
    places : Places
        Which is seen.
    actions : Actions
        What is offered.
    look : LookPresenter
        Knows what can be done in Look.
    session, state, intake
        The images of Look.
    parts : Parts
        The other places, and images side by side.
    teach : TeachPart
        Takes packages that are dropped anywhere.
    """

    def __init__(
        self,
        places: Places,
        *,
        actions: Actions,
        look: LookPresenter,
        session: Session,
        state: LookState,
        intake: Intake,
        parts: Parts,
        teach: TeachPart,
    ) -> None:
        super().__init__(places)
        self._places = places
        self._actions = actions
        self._look = look
        self._session = session
        self._state = state
        self._intake = intake
        self._cases, self._batch, self._atlas, self._quiz, self._progress, _ = parts
        self._comparing = parts.comparing
        self._teach = teach
        for signal in (
            look.facts_changed,
            *(part.facts_changed for part in parts),
            places.changed,
        ):
            signal.connect(self.enable)
        intake.found.connect(lambda _: places.show(Place.LOOK))
        parts.cases.image_opened.connect(self._open_stored)
        parts.batch.commands.images_wanted.connect(intake.take_paths)
        parts.atlas.commands.images_wanted.connect(intake.take_paths)
        parts.atlas.commands.quiz_wanted.connect(self._ask_about)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action that leads to a place to going there."""
        return deaf({f"place_{place}": partial(self._places.show, place) for place in Place})

    def enable(self) -> None:
        """Offer what makes sense now; what is done to the image in view needs it in view."""
        facts = self._look.facts()
        going = self._batch.going()
        match self._places.current:
            case Place.LOOK:
                self._actions.enable(facts | self._comparing.facts() | Need.LOOKING | going)
            case Place.CASES:
                self._actions.enable(facts & _ANYWHERE | self._cases.facts() | going)
            case Place.BATCH:
                self._actions.enable(facts & _ANYWHERE | self._batch.facts() | going)
            case Place.ATLAS:
                self._actions.enable(facts & _ANYWHERE | self._atlas.facts() | going)
            case Place.QUIZ:
                self._actions.enable(facts & _ANYWHERE | self._quiz.facts() | going)
            case Place.PROGRESS:
                self._actions.enable(facts & _ANYWHERE | self._progress.facts() | going)

    def propose_quiz(self, codes: tuple[str, str]) -> None:
        """Have a quiz about two diagnoses ready to be begun."""
        self._quiz.propose(codes)
        self._places.show(Place.QUIZ)

    def show_diagnoses(self, codes: tuple[str, str]) -> None:
        """See the images of two diagnoses in the atlas."""
        self._places.show(Place.ATLAS)
        self._atlas.show_diagnoses(codes)

    def take(self, data: QMimeData) -> None:
        """Open what was dropped, packages before images.

        Folders that were dropped on Batch or Atlas are offered to it.
        """
        from desktop.look.intake import offer_of

        takers: Mapping[Place, BatchCommands | AtlasCommands] = {
            Place.BATCH: self._batch.commands,
            Place.ATLAS: self._atlas.commands,
        }
        paths = offer_of(data).paths
        if not paths:
            self._intake.take(data)
            return
        rest, taker = self._teach.take(paths), takers.get(self._places.current)
        if rest and (taker is None or not taker.take(rest)):
            self._intake.take_paths(rest)

    def _ask_about(self, numbers: Sequence[int]) -> None:
        """Go where a quiz is begun, about some items of the atlas."""
        self._places.show(Place.QUIZ)
        self._quiz.ask_about(numbers)

    def _open_stored(self, cell: ImageCell) -> None:
        """Look at a stored image: the one that is open already, or the original, opened."""
        known = [entry.id for entry in self._session.images if entry.source == cell.source]
        if known:
            self._state.select_image(known[0])
            self._places.show(Place.LOOK)
        else:
            self._intake.found.emit([(cell.source, cell.image.name)])
