"""A tour of the place "Quiz", for whoever looks at everything in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from core.model import Card
from tests.desktop.atlases import make_atlas
from tests.desktop.fakes import KNOWN, make_analysis
from tests.desktop.quiz.driven import Quizzing, go_there
from tests.desktop.windows import Window


def quizzes(window: Window, card: Card) -> Iterator[str]:
    """Lead through a quiz, and give the name of what is seen."""
    with TemporaryDirectory() as folder:
        found = _at_quiz(window, make_atlas(Path(folder) / "atlas", ("nv", "mel", "nv")))
        yield "where a quiz is begun, as the place is entered"
        found.begin.profile.new.click()
        found.begin.profile.name.setText("7")  # a name that is no text of ours
        found.begin.profile.begin.click()
        found.begin.time.choose(120)
        found.begin.malignant.setChecked(True)
        found.settle()
        yield "where a quiz is begun"
        found.begin.begin.click()
        found.settle()
        yield "a question"
        for _ in range(3):
            asking = found.sheet.asking
            for group in (asking.diagnosis, asking.malignant, asking.confidence):
                group.choose(0)
            asking.try_commit()
            found.window.bot.waitUntil(lambda: bool(window.engine.client.open))
            (job,) = window.engine.client.open
            window.engine.client.finish(job, make_analysis(card, probability=0.6, novelty=KNOWN))
            found.settle()
            yield "what is told after an answer"
            found.sheet.telling.next.click()
            found.settle()
        yield "the end of a quiz"
        window.trigger("quiz_leave")
        found.begin.begin.click()
        found.settle()
        window.trigger("quiz_leave")
        found.settle()
        yield "a quiz that was left"


def _at_quiz(window: Window, folder: Path) -> Quizzing:
    found = go_there(window)
    window.dialogs.chosen_folder = folder
    window.trigger("choose_atlas")

    def ready() -> bool:
        atlas = found.beginning.atlas
        return atlas is not None and atlas.folder == folder and not found.busy

    window.bot.waitUntil(ready)
    return found
