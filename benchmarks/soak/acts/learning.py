"""Learning from an atlas: browsing it, a few questions of a quiz, and what came of them."""

from __future__ import annotations

from functools import partial

from benchmarks.soak.user import Act, Stuck, User, there
from desktop.cases.remover import DeleteDialog
from desktop.quiz.stage import Stage

_QUESTIONS = 3


def browse(user: User) -> Act:
    """Open an atlas, see images large and beside each other, and ask the model about one."""
    user.does("place_atlas")
    user.answers.folder = user.stage.atlas
    user.does("choose_atlas")
    yield partial(_there, user)
    yield user.quiet
    place = there(user.app.atlas.place)
    row = user.dice.randrange(6)
    place.view.setCurrentIndex(place.view.model().index(row, 0))
    user.does("atlas_large")
    yield partial(_pages_quiet, user)
    user.may("atlas_model")
    yield partial(_pages_quiet, user)
    user.does("atlas_back")
    yield user.quiet
    place.view.selectAll()
    user.may("atlas_compare")
    yield partial(_pages_quiet, user)
    user.may("atlas_back")
    yield user.quiet


def _there(user: User) -> bool:
    presenter = user.app.atlas.presenter
    return presenter is not None and presenter.atlas is not None and presenter.settled


def _pages_quiet(user: User) -> bool:
    return there(user.app.atlas.pages).settled and user.quiet()


def quiz(user: User) -> Act:
    """Begin a profile, answer a few questions, and leave."""
    user.does("place_quiz")
    yield user.quiet
    begin = there(user.app.quiz.place).begin
    if not begin.profile.writing:
        begin.profile.new.click()
    begin.profile.name.setText(f"Ayu {user.dice.randrange(10**6)}")
    begin.profile.begin.click()
    yield user.quiet
    begin.begin.click()
    yield partial(_at, user, Stage.ASKING)
    for _ in range(_QUESTIONS):
        yield from _answer(user)
    user.does("quiz_leave")
    yield user.quiet


def _answer(user: User) -> Act:
    yield user.quiet
    sheet = there(user.app.quiz.place).sheet
    sheet.asking.diagnosis.choose(user.dice.randrange(3))
    sheet.asking.malignant.choose(user.dice.randrange(2))
    sheet.asking.confidence.choose(user.dice.randrange(4))
    sheet.asking.try_commit()
    yield partial(_at, user, Stage.TOLD)
    yield user.quiet
    sheet.telling.heat.click()
    sheet.telling.next.click()
    yield user.quiet


def _at(user: User, stage: Stage) -> bool:
    presenter = user.app.quiz.presenter
    return presenter is not None and presenter.stage is stage


def progress(user: User) -> Act:
    """Read what the answers say, and save them."""
    user.does("place_progress")
    yield user.quiet
    yield partial(_offered, user, "progress_csv")
    for name in ("progress_csv", "progress_pdf"):
        user.does(name)
        yield user.quiet
    user.answers.forget_files()


def delete_profile(user: User) -> Act:
    """Delete the profile with its answers."""
    user.does("place_progress")
    yield partial(_offered, user, "profile_delete")
    yield user.quiet
    user.does("profile_delete")
    yield user.asked
    dialog = user.dialog
    if not isinstance(dialog, DeleteDialog):
        raise Stuck("nobody asked whether the profile should go")
    dialog.delete.click()
    yield user.unasked
    yield user.quiet


def _offered(user: User, name: str) -> bool:
    return user.app.actions[name].isEnabled()
