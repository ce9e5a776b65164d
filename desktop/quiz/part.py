"""Puts the place "Quiz" together when it is first entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.quiz.commands import QuizCommands
from desktop.quiz.stage import Stage
from desktop.shell.action_spec import Need
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.learning.quiz.questions import Clock
    from desktop.quiz.begin_presenter import BeginPresenter
    from desktop.quiz.place import QuizPlace
    from desktop.quiz.presenter import QuizPresenter
    from desktop.quiz.starting import Starting
    from desktop.quiz.tools import QuizTools
    from desktop.shell.actions import Actions
    from desktop.shell.places import Places
    from desktop.similar.shelf import AtlasShelf


class QuizPart(QObject):
    """Everything behind the place; a window in which nobody enters it has nothing of it.

    Parameters
    ----------
    places : Places
        Among which it stands.
    shelf : AtlasShelf
        Holds the atlas.
    actions : Actions
        What is offered.
    tools : QuizTools
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""

    def __init__(
        self,
        places: Places,
        *,
        shelf: AtlasShelf,
        actions: Actions,
        tools: QuizTools,
    ) -> None:
        super().__init__(places)
        self.place: QuizPlace | None = None
        self.beginning: BeginPresenter | None = None
        self.presenter: QuizPresenter | None = None
        self.starting: Starting | None = None
        self.commands = QuizCommands(self)
        self._shelf = shelf
        self._actions = actions
        self._tools = tools
        self._kept: tuple[str, int | None] | None = None
        self.holder = QStackedWidget()
        places.add(Place.QUIZ, self.holder)
        places.changed.connect(self._entering)

    def facts(self) -> Need:
        """Tell what is there for actions to work on while the place is seen."""
        if self.presenter is None or self.place is None:
            return Need.NOTHING
        if self.place.comparing:
            return Need.QUIZZING | Need.QUIZ_COMPARING
        stage = self.presenter.stage
        if stage is Stage.ENDED and self._ending.any_missed:
            return Need.QUIZZING | Need.QUIZ_MISSED
        return Need.NOTHING if stage is Stage.NONE else Need.QUIZZING

    def kept(self) -> tuple[str, int | None] | None:
        """Tell which quiz is on, and the number of the question whose answer is told."""
        presenter = self.presenter
        if presenter is None or presenter.quiz is None:
            return self._kept
        return presenter.quiz.session.id, presenter.told

    def go_on_with(self, kept: tuple[str, int | None] | None) -> None:
        """Go on, once the place is entered, with what was on in another window."""
        self._kept = kept

    def propose(self, codes: Sequence[str]) -> None:
        """Have a quiz about some diagnoses ready to be begun; one that is on is left for it."""
        from desktop.quiz.remembered import propose

        propose(codes, settings=self._tools.settings)
        if self.presenter is None or self.beginning is None:
            return  # it is chosen when the place is entered
        self.presenter.give_up()
        self.beginning.choose_again()

    def close(self) -> None:
        """Remember what was being chosen."""
        if self.beginning is not None:
            self.beginning.keep_choices()

    def ask_about(self, numbers: Sequence[int]) -> None:
        """Offer to begin a quiz about some items of the atlas; one that is on stays as it is."""
        if self.presenter is not None and self.beginning is not None:
            self.leave_comparison()
            self.presenter.give_up()
            self.beginning.offer_images(numbers)

    def leave_comparison(self) -> None:
        """Go back from images beside each other to what is told."""
        if self.place is not None and self.place.comparing:
            self.place.show_sheet()
            self.place.sheet.telling.next.setFocus()
            self.facts_changed.emit()

    def _entering(self, place: Place) -> None:
        if place is not Place.QUIZ:
            self.close()  # what is chosen now is what a package would ask
            return
        if self.place is None:
            self._furnish()
        elif self.beginning is not None and self.beginning.shown:
            self.beginning.show()

    def _furnish(self) -> None:
        from core.learning.quiz.questions import Clock
        from desktop.quiz.place import QuizPlace

        place = self.place = QuizPlace(self._actions)
        self.holder.addWidget(place)
        self._beside = self._tools.make_beside(place)
        self._lead(place, Clock())
        place.escaped.connect(self.leave_comparison)

    def _lead(self, place: QuizPlace, clock: Clock) -> None:
        from desktop.quiz.making import Making
        from desktop.quiz.presenter import QuizPresenter
        from desktop.quiz.starting import Starting

        beginning = self.beginning = self._make_beginning(place)
        telling = self._tools.make_telling(place)
        self._ending = self._tools.make_ending(place)
        presenter = self.presenter = QuizPresenter(
            place,
            telling=telling,
            ending=self._ending,
            desk=self._tools.desk,
            background=self._tools.background,
            clock=clock,
        )
        self.starting = Starting(
            place,
            beginning=beginning,
            presenter=presenter,
            making=Making(
                self._tools.desk, background=self._tools.background, clock=clock, parent=self
            ),
            desk=self._tools.desk,
            clock=clock,
        )
        telling.compared.connect(self._compare)
        self._tools.profiles.changed.connect(self._leave_to_others)
        for one in (presenter, beginning, telling, self.starting):
            one.said.connect(self.said)
        for source in (presenter, beginning):
            source.facts_changed.connect(self.facts_changed)
        beginning.show()
        kept, self._kept = self._kept, None
        if kept is not None:
            self.starting.resume(*kept)

    def _make_beginning(self, place: QuizPlace) -> BeginPresenter:
        from desktop.quiz.begin_presenter import BeginPresenter

        return BeginPresenter(
            place,
            shelf=self._shelf,
            profiles=self._tools.profiles,
            desk=self._tools.desk,
            background=self._tools.background,
            settings=self._tools.settings,
        )

    def _leave_to_others(self) -> None:
        """Leave a quiz of somebody who learns no more: nobody answers in another's name."""
        quiz = None if self.presenter is None else self.presenter.quiz
        current = self._tools.profiles.current
        if self.presenter is None or quiz is None:
            return
        if current is None or current.id != quiz.session.profile_id:
            self.leave_comparison()
            self.presenter.give_up()

    def _compare(self, numbers: list[int]) -> None:
        atlas = None if self.presenter is None else self.presenter.atlas
        if atlas is not None and self.place is not None:
            self.place.show_comparison()
            self._beside.show(atlas, numbers)
            self.facts_changed.emit()
