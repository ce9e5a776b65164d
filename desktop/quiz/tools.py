"""What the place works with, and what is made of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.atlas.beside import Beside
    from desktop.atlas.model_says import ModelSays
    from desktop.engine.bridge import EngineBridge
    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles
    from desktop.look.reading import Reading
    from desktop.look.state import LookState
    from desktop.quiz.ending import Ending
    from desktop.quiz.place import QuizPlace
    from desktop.quiz.telling import Telling
    from desktop.shell.background import Background
    from desktop.shell.settings import SettingsStore


class QuizTools(NamedTuple):
    """What a quiz is made with, kept with, and asks the model with.

    Parameters
    ----------
    desk, profiles, settings
        Where answers are kept, who learns, and what is remembered.
    engine, reading, state
        The model, how its answers are read, and how strong heat is shown.
    background
        Where quizzes are made and pictures read.
    """

    desk: LearningDesk
    profiles: Profiles
    settings: SettingsStore
    engine: EngineBridge
    reading: Reading
    state: LookState
    background: Background

    def make_says(self, parent: QObject) -> ModelSays:
        """Make what asks the model."""
        from desktop.atlas.model_says import ModelSays

        return ModelSays(
            parent,
            engine=self.engine,
            reading=self.reading,
            state=self.state,
            background=self.background,
        )

    def make_telling(self, place: QuizPlace) -> Telling:
        """Make what tells after an answer."""
        from desktop.quiz.telling import Telling
        from desktop.similar.thumbnails import Thumbnails

        return Telling(
            place.sheet,
            says=self.make_says(place),
            engine=self.engine,
            desk=self.desk,
            thumbnails=Thumbnails(self.background, parent=place),
            state=self.state,
            background=self.background,
        )

    def make_ending(self, place: QuizPlace) -> Ending:
        """Make what tells how it went."""
        from desktop.quiz.ending import Ending
        from desktop.similar.thumbnails import Thumbnails

        thumbnails = Thumbnails(self.background, parent=place)
        return Ending(place.end, place.missed, thumbnails=thumbnails)

    def make_beside(self, place: QuizPlace) -> Beside:
        """Make what sets images beside each other."""
        from desktop.atlas.beside import Beside
        from desktop.atlas.beside_says import BesideSays

        says = BesideSays(place.comparison, make_says=self.make_says, state=self.state)
        return Beside(place.comparison, says=says, background=self.background)
