"""Keeping cases: images, notes, a follow-up, a report; at last, nothing is left of them."""

from __future__ import annotations

from functools import partial

from benchmarks.soak.user import Act, Stuck, User, there
from desktop.cases.add_dialog import AddDialog
from desktop.cases.note_dialog import NoteDialog
from desktop.cases.remover import DeleteDialog

_NOTE = "Has grown since spring."
_SEEN = ("follow_swipe", "follow_blink", "follow_side")
_DRAWN = ("follow_outlines", "follow_aligned")


def keep_case(user: User) -> Act:
    """Keep two images with a new patient's lesion, and write a note about it."""
    user.does("place_cases")
    yield partial(_entered, user)
    yield user.quiet
    yield from _add_image(user, to_new=True)
    yield from _add_image(user, to_new=False)
    user.does("place_cases")
    yield from _write_note(user)
    for name in ("undo", "redo"):
        user.does(name)
        yield user.quiet


def follow_up(user: User) -> Act:
    """Compare the two images in every way, and report on the lesion."""
    user.does("place_cases")
    user.does("follow_up")
    yield user.quiet
    for name in _SEEN:
        user.does(name)
        yield user.quiet
        user.may(user.dice.choice(_DRAWN))
        yield user.quiet
    user.does("follow_back")
    yield user.quiet
    user.does("report_lesion")
    yield user.asked
    yield user.quiet
    user.dialog.reject()
    yield user.unasked


def delete_case(user: User) -> Act:
    """Delete the patient with everything."""
    user.does("place_cases")
    user.does("delete_patient")
    yield user.asked
    dialog = user.dialog
    if not isinstance(dialog, DeleteDialog):
        raise Stuck("nobody asked whether the patient should go")
    dialog.delete.click()
    yield user.unasked
    yield user.quiet


def _entered(user: User) -> bool:
    return user.app.cases.details is not None


def _add_image(user: User, *, to_new: bool) -> Act:
    user.does("place_look")
    user.may("next_image")
    user.may("previous_image" if to_new else "next_image")
    yield user.quiet
    user.does("add_to_case")
    yield user.asked
    yield user.quiet
    dialog = user.dialog
    if not isinstance(dialog, AddDialog):
        raise Stuck("nobody asked where the image belongs")
    (dialog.new if to_new else dialog.same).setChecked(True)
    if not to_new:
        dialog.browser.view.setCurrentIndex(dialog.browser.lesions.index(0))
    user.saves()
    yield user.unasked
    yield user.quiet


def _write_note(user: User) -> Act:
    page = there(user.app.cases.place).page
    page.note_wanted.emit(page.sections[0].section.lesion, None)
    yield user.asked
    dialog = user.dialog
    if not isinstance(dialog, NoteDialog):
        raise Stuck("no note was opened")
    dialog.edit.setPlainText(_NOTE)
    user.saves()
    yield user.unasked
    yield user.quiet
