"""Looking at images, in the first place of the window."""

from __future__ import annotations

from functools import partial

from benchmarks.soak.user import Act, User

_OPENED = 6
_STEPS = 8
_WISHES = ("heat_map", "how_sure", "evidence", "without_lesion", "similar", "filmstrip")
_COLOURS = ("viridis", "cividis", "inferno", "magma")


def open_images(user: User) -> Act:
    """Open some images and a folder."""
    user.does("place_look")
    user.answers.images = user.dice.sample(user.stage.pictures, _OPENED)
    user.does("open")
    yield partial(_opened, user)
    yield user.quiet
    user.answers.folder = user.stage.folder
    user.does("open_folder")
    yield user.quiet


def _opened(user: User) -> bool:
    return len(user.app.session.images) > 0


def walk(user: User) -> Act:
    """Go along the filmstrip, and look at each image in some other way."""
    user.does("place_look")
    for _ in range(_STEPS):
        user.may(user.dice.choice(("next_image", "next_image", "previous_image")))
        yield user.quiet
        user.does(user.dice.choice(("more_opaque", "less_opaque", "zoom_in", "zoom_out", "fit")))
        user.does(f"colours_{user.dice.choice(_COLOURS)}")
        user.may(user.dice.choice(("next_class", "previous_class", "next_versus")))
        user.may(user.dice.choice(_WISHES))
        yield user.quiet
    for name in _WISHES:
        if user.app.actions[name].isChecked() is (name == "without_lesion"):
            user.may(name)
    yield user.quiet


def explain(user: User) -> Act:
    """Have a heat map computed in another way, wait for it or not, and go back."""
    user.does("place_look")
    user.does("method_occlusion")
    yield partial(_computing_or_done, user)
    if user.dice.random() < 0.5:
        user.may("stop_computing")
    yield user.quiet
    user.does("method_grad-cam")
    user.may("analyse_again")
    yield user.quiet


def _computing_or_done(user: User) -> bool:
    return user.app.actions["stop_computing"].isEnabled() or user.quiet()


def compare(user: User) -> Act:
    """See several images side by side."""
    user.does("place_look")
    user.app.place.filmstrip.selectAll()
    user.does("compare")
    yield user.quiet
    user.does("zoom_in")
    user.does("heat_map")
    yield user.quiet
    user.does("heat_map")
    user.does("compare")
    yield user.quiet


def export(user: User) -> Act:
    """Save a picture and a report, and see a report before it is saved."""
    user.does("place_look")
    for name in ("save_overlay", "save_report", "copy"):
        user.does(name)
        yield user.quiet
    user.does("preview_report")
    yield user.asked
    yield user.quiet
    user.dialog.reject()
    yield user.unasked
    user.answers.forget_files()


def close_all(user: User) -> Act:
    """Empty the window."""
    user.does("place_look")
    user.does("close_all")
    yield user.quiet
