"""Fills the form in which a quiz is begun: with what the atlas has, and what is there for whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError
from desktop.language.words import mark, tr
from desktop.learning.profile_chooser import join
from desktop.quiz.offer import AtlasOffer, Left, PersonalOffer, Values, offer_of, personal_offer
from desktop.quiz.remembered import as_words, plan_of, take_packed, without_strangers
from desktop.quiz.words import left_words
from desktop.shell.background import named
from desktop.similar.shelf import ShelfState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.atlas import Atlas
    from core.learning.quiz.plan import QuizPlan
    from core.learning.store.records import Profile
    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles
    from desktop.quiz.place import QuizPlace
    from desktop.shell.background import Background
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf

_NOBODY: Final = mark("Say who learns first: answers are kept under that name.")
_READING: Final = mark("Reading what the atlas has…")


class BeginPresenter(QObject):
    """Keeps the form in step with the atlas and with who learns.

    Parameters
    ----------
    place : QuizPlace
        Where it is seen.
    shelf : AtlasShelf
        Holds the atlas, the same as for all other places.
    profiles : Profiles
        Who learns.
    desk : LearningDesk
        Asks what was left and collected.
    background : Background
        Where the atlas is read.
    settings : SettingsStore
        Remembers what was chosen.

    Attributes
    ----------
    atlas : Atlas or None
        That is asked about.
    left : Left or None
        What can be gone on with.
    numbers : tuple of int
        Items that were chosen in the atlas to be asked about.
    shown : bool
        Whether the form, or what stands for it, is to be seen; while a quiz is on it is not.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()

    def __init__(
        self,
        place: QuizPlace,
        *,
        shelf: AtlasShelf,
        profiles: Profiles,
        desk: LearningDesk,
        background: Background,
        settings: SettingsStore,
    ) -> None:
        super().__init__(place)
        self.atlas: Atlas | None = None
        self.left: Left | None = None
        self.numbers: tuple[int, ...] = ()
        self.shown = True
        self._place = place
        self._view = place.begin
        self._shelf = shelf
        self._profiles = profiles
        self._desk = desk
        self._background = background
        self._settings = settings
        self._offered: AtlasOffer | None = None
        self._collections: Values = ()
        self._wish = 0
        self._awaited = 0
        self._busy = ""
        self._entered = False
        shelf.changed.connect(self.refresh)
        profiles.changed.connect(self._person_changed)
        join(self._view.profile, profiles)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for has come."""
        return not self._awaited and self._shelf.state is not ShelfState.OPENING

    @property
    def plan(self) -> QuizPlan:
        """What is chosen; it is remembered."""
        plan = self._view.plan
        self._settings.change(quiz=as_words(plan))
        return plan

    @property
    def profile(self) -> Profile | None:
        """Who learns."""
        return self._profiles.current

    def show(self) -> None:
        """Have the form seen again, as things stand now."""
        self.shown, self._entered = True, True
        self.refresh()
        self._person_changed()

    def _take_focus(self) -> None:
        """Have the keys go to the form once all of it is there."""
        if self._entered and self.shown and self._offered and self.settled and self._profiles.known:
            self._entered = False
            self._view.take_focus()

    def refresh(self) -> None:
        """Show the form, or how it stands with the atlas."""
        match self._shelf.state:
            case ShelfState.CLOSED:
                self._shelf.want()
            case ShelfState.OPEN if self._shelf.atlas is not self.atlas:
                self._adopt()
        if self.shown:
            self._show_state()
        self.facts_changed.emit()

    def offer_images(self, numbers: Sequence[int]) -> None:
        """Offer to ask about some items of the atlas alone."""
        self.numbers = tuple(numbers)
        self._view.offer_collections(self._collections, images=len(self.numbers))
        self._view.choose_images()

    def show_busy(self, words: str) -> None:
        """Say what is being done, and let nothing be begun meanwhile; nothing to go on."""
        self._busy = words
        self._judge()

    def choose_again(self) -> None:
        """Show as chosen what is remembered, which another place may have changed."""
        offer, atlas = self._offered, self.atlas
        if offer is None or atlas is None:
            return  # it is chosen once the atlas is read
        take_packed(offer.plan, atlas=atlas.description.library_sha256, settings=self._settings)
        plan = plan_of(self._settings.current.quiz)
        fitting = plan.model_copy(update={"topic": without_strangers(plan, offer)})
        self._view.offer(offer, fitting)

    def keep_choices(self) -> None:
        """Remember what is chosen, also where nothing was begun."""
        if self._offered is not None:
            self._settings.change(quiz=as_words(self._view.plan))

    def _show_state(self) -> None:
        match self._shelf.state:
            case ShelfState.EMPTY:
                self._place.invite()
            case ShelfState.OPENING:
                self._place.show_message(tr("Opening the atlas…"))
            case ShelfState.FAILED if self._shelf.error is not None:
                title = tr("The atlas cannot be opened")
                self._place.show_message(title, self._shelf.error.message, offered=True)
            case ShelfState.OPEN:
                self._place.show_begin()

    def _adopt(self) -> None:
        self.keep_choices()
        atlas = self.atlas = self._shelf.atlas
        if atlas is None:
            return
        self._offered, self.numbers = None, ()
        self._wish += 1
        self._awaited += 1
        self._background.run(
            partial(offer_of, atlas),
            done=partial(self._atlas_came, self._wish),
            failed=partial(self._atlas_failed, self._wish),
        )
        self._judge()
        self._person_changed()

    def _atlas_came(self, wish: int, offer: AtlasOffer) -> None:
        self._awaited -= 1
        if wish != self._wish:
            return
        self._offered = offer
        self.choose_again()
        self._judge()
        self._take_focus()

    def _atlas_failed(self, wish: int, error: Exception) -> None:
        self._awaited -= 1
        error = named(error)
        if wish == self._wish:
            self._place.show_message(tr("The atlas cannot be read"), error.message, offered=True)

    def _person_changed(self) -> None:
        profile, atlas = self._profiles.current, self.atlas
        self._judge()
        if profile is None or atlas is None:
            self._show_person(PersonalOffer(None, ()))
            return
        self._awaited += 1
        self._desk.ask(
            partial(personal_offer, profile=profile, atlas=atlas),
            done=partial(self._person_came, profile, atlas),
            failed=self._person_failed,
        )

    def _person_came(self, profile: Profile, atlas: Atlas, offer: PersonalOffer) -> None:
        self._awaited -= 1
        if profile == self._profiles.current and atlas is self.atlas:
            self._show_person(offer)

    def _person_failed(self, error: LentigoError) -> None:
        self._awaited -= 1
        self.said.emit(error.message)

    def _show_person(self, offer: PersonalOffer) -> None:
        self.left = left = offer.left
        self._collections = offer.collections
        total = 0 if left is None else len(left.session.questions)
        self._view.show_left("" if left is None else left_words(left.answered, total))
        self._view.offer_collections(offer.collections, images=len(self.numbers))
        self._take_focus()
        self.facts_changed.emit()

    def _judge(self) -> None:
        """Let it be begun once everything that is needed is there."""
        if self._offered is None:
            self._view.show_ready(ready=False, remark=tr(_READING))
        elif self._profiles.current is None:
            self._view.show_ready(ready=False, remark=tr(_NOBODY))
        else:
            self._view.show_ready(ready=not self._busy, remark=self._busy)
