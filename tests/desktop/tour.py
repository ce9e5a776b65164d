"""A tour of the window: every place and dialog, one after the other, for whoever looks at them."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from core.batch.results import ResultsFile
from core.batch.table import columns_of, row_of
from core.cases.address import CaseAddress
from core.errors import UnreadableImage
from core.images import read_image
from core.model.classifier import Answer
from core.paths import examples_folder
from core.trust.verdicts import Novelty
from desktop.bringing.command import Command
from desktop.bringing.errand import Errand
from desktop.cases.add_dialog import AddDialog
from desktop.cases.place import CasesPlace
from desktop.shell.action_spec import Menu
from desktop.shell.settings import Settings, SettingsStore
from tests.core.trust.counts import COUNTS
from tests.desktop.atlases import make_atlas
from tests.desktop.cases.filled import fill
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules
from tests.desktop.quiz.toured import quizzes
from tests.desktop.tour_progress import progress
from tests.desktop.tour_states import states
from tests.desktop.windows import Window

CARD = make_card(trust=make_rules(), evidence=COUNTS)
_UNASKING = {"own_model", "restart_engine"}
"""What would begin anew."""


def engine() -> FakeEngine:
    """Return what answers with everything that the panel can show."""
    return FakeEngine(card=CARD)


def settings() -> SettingsStore:
    """Return settings with which every part is shown."""
    store = SettingsStore()
    store.change(how_sure=True, evidence=True, similar=True, thorough=True)
    assert isinstance(store.current, Settings)
    return store


def tour(window: Window, address: CaseAddress, *, named: str = "") -> Iterator[str]:
    """Show one thing after the other, and give its name while it is seen.

    Parameters
    ----------
    window : Window
        With the engine and the settings of this module.
    address : CaseAddress
        Where cases are kept; nobody has entered them yet.
    named : str
        Stands behind every name that a user has chosen.
    """
    fill(address, named=named)
    yield "nothing is open"
    yield from _look(window, named)
    yield from _cases(window)
    yield from _follow_up(window)
    yield from _batch(window, named)
    yield from _atlas(window, named)
    yield from quizzes(window, CARD)
    yield from progress(window)
    yield from _dialogs_of(window, {"profile_rename", "profile_delete"})
    yield from states(window, named)


def _look(window: Window, named: str) -> Iterator[str]:
    paths, fourth = _examples(named)
    window.open(paths)
    yield "an image waits"
    for path, novelty in zip(paths, (KNOWN, NOVEL, KNOWN), strict=True):
        _answer(window, path, novelty=novelty)
    window.settle()
    for name in ("an image", "an image that looks like no lesion"):
        yield name
        window.trigger("next_image")
        window.settle()
    window.app.place.filmstrip.selectAll()
    window.trigger("compare")
    yield "three images side by side"
    window.trigger("compare")
    window.trigger("commit_first")
    window.open([fourth])
    _answer(window, fourth)
    window.settle()
    yield "an answer is asked for first"
    window.trigger("previous_image")
    window.settle()
    yield from _asking_actions(window)


def _examples(named: str) -> tuple[list[Path], Path]:
    """Return three examples and another one, as copies where their names are to be others."""
    paths = sorted(examples_folder().glob("*.jpg"))[:4]
    if named:
        folder = _own_folder()
        paths = [Path(copy(path, folder / f"{path.stem}{named}.jpg")) for path in paths]
    return paths[:3], paths[3]


def _own_folder() -> Path:
    """Return a folder of this test."""
    return Path(os.environ["LENTIGO_CASES"]).parent


def _answer(window: Window, path: Path, *, novelty: Novelty = KNOWN) -> None:
    client = window.engine.client
    job = min(client.open)
    client.decode(job, read_image(path))
    client.answer(job, make_analysis(CARD, probability=0.6, novelty=novelty))


def _cases(window: Window) -> Iterator[str]:
    window.trigger("place_cases")
    _settle(window)
    yield "the list of cases"
    place = window.app.cases.place
    assert place is not None
    place.browser.view.opened.emit(place.browser.lesions[1])
    _settle(window)
    yield "a patient's page"
    for words in {button.text(): None for button in _asking(place)}:
        next(one for one in _asking(place) if one.text() == words).click()
        yield from _dialogs(window, words)
    yield from _asking_actions(window)


def _asking(place: CasesPlace) -> list[QPushButton]:
    """Return the buttons of the page that open a dialog; the page is made anew after each."""
    buttons = place.page.findChildren(QPushButton)
    return [one for one in buttons if one.isEnabled() and one.menu() is None and "…" in one.text()]


def _follow_up(window: Window) -> Iterator[str]:
    window.trigger("follow_up")
    presenter = window.app.following.presenter
    assert presenter is not None
    window.bot.waitUntil(lambda: presenter.settled, timeout=60_000)
    for name in ("follow_side", "follow_swipe", "follow_blink"):
        window.trigger(name)
        yield name
    window.trigger("follow_back")


def _batch(window: Window, named: str) -> Iterator[str]:
    window.trigger("place_batch")
    yield "no batch yet"
    window.dialogs.chosen_folder = examples_folder()
    window.trigger("batch_new")
    yield from _dialogs(window, "a new batch")
    window.dialogs.opened_csv = _table(named)
    window.trigger("batch_open")
    model = window.app.batch.model
    assert model is not None
    window.bot.waitUntil(lambda: model.rowCount() > 1)
    yield "a table of results"


def _table(named: str) -> Path:
    """Write a table with an answer and an error."""
    path = _own_folder() / "results.csv"
    error = UnreadableImage("It is damaged.")
    answers = (
        Answer(Path(f"a{named}.jpg"), make_analysis(CARD, novelty=NOVEL), None, "Melanoma"),
        Answer(Path(f"b{named}.jpg"), error, None),
    )
    with ResultsFile(path, columns_of(CARD), sha256="ab", reading="") as results:
        for one in answers:
            results.add(row_of(one, CARD, name=one.source.name, reading="", sha256="ab"))
    return path


def _atlas(window: Window, named: str) -> Iterator[str]:
    window.trigger("place_atlas")
    yield "no atlas yet"
    with TemporaryDirectory(suffix=named) as folder:
        window.dialogs.chosen_folder = make_atlas(
            Path(folder) / "atlas", ("nv", "mel", "nv"), name=f"Drawn set{named}"
        )
        window.trigger("choose_atlas")
        presenter = window.app.atlas.presenter
        assert presenter is not None
        window.bot.waitUntil(lambda: presenter.atlas is not None and presenter.settled)
        yield "an atlas"
        yield from _collections(window, named)
        pages = window.app.atlas.pages
        assert pages is not None
        pages.open(1)
        window.bot.waitUntil(lambda: pages.settled)
        yield "a labelled image"
        pages.compare()
        window.bot.waitUntil(lambda: pages.settled)
        yield "labelled images beside each other"
        pages.back()
        pages.back()
        yield from _bringing(window, Path(folder))


def _bringing(window: Window, folder: Path) -> Iterator[str]:
    table = folder / "clinic.csv"
    table.write_text("photo,found\na.png,mel\n")
    window.trigger("build_atlas")
    bringing = window.app.bringing
    asking = bringing.building.asking
    assert asking is not None
    asking.dialog.data.setText(str(table))
    asking.dialog.out.setText(str(examples_folder()))
    window.bot.waitUntil(lambda: asking.settled)
    yield from _dialogs(window, "columns of a table")
    window.trigger("isic_atlas")
    yield from _dialogs(window, "the ISIC archive")
    waits = Command(sys.executable, ("-c", "import time; time.sleep(60)"))
    bringing.errands.begin(Errand("", "", "", waits), done=lambda _: None)
    dialog = bringing.errands.dialog
    assert dialog is not None
    yield "a build"
    dialog.pause.click()
    window.bot.waitUntil(lambda: not bringing.errands.process.busy)
    yield from _dialogs(window, "a paused build")
    (folder / "drawn" / "2.png").unlink()
    (folder / "atlas" / "atlas.json").unlink()
    window.trigger("atlas_check")
    window.bot.waitUntil(lambda: bringing.found.dialog is not None)
    yield from _dialogs(window, "a damaged atlas")


def _collections(window: Window, named: str) -> Iterator[str]:
    place, marking = window.app.atlas.place, window.app.atlas.marking
    presenter = window.app.atlas.presenter
    assert place is not None
    assert presenter is not None
    assert marking is not None
    window.trigger("atlas_collections")
    yield "no collection yet"
    asking = marking.collecting
    assert asking is not None
    asking.dialog.name.setText(f"Drawn set{named}")
    asking.dialog.add.click()
    window.bot.waitUntil(lambda: len(asking.model) > 0)
    yield from _dialogs(window, "collections")
    place.view.selectAll()
    window.trigger("atlas_favourite")
    window.bot.waitUntil(lambda: presenter.settled and place.filter_bar.marks.isVisible())
    window.trigger("atlas_collections")
    yield from _dialogs(window, "collections of the chosen images")
    yield "favourites"
    yield from _packages(window, named)


def _packages(window: Window, named: str) -> Iterator[str]:
    window.trigger("atlas_pack")
    packer = window.app.teach.packer
    assert packer is not None
    form, dialog = packer.dialog.form, packer.dialog
    window.bot.waitUntil(lambda: packer.settled)
    yield "packing"
    form.name.setText(f"Drawn set{named}")
    form.author.setText(f"Dr. Made{named}")
    form.quiz.setChecked(True)
    file = _own_folder() / f"hard{named}.lentigo"
    window.dialogs.chosen_package = window.dialogs.opened_package = file
    dialog.begin.click()
    window.bot.waitUntil(dialog.outcome.isVisible)
    yield from _dialogs(window, "packed")
    window.trigger("atlas_unpack")
    yield from _dialogs(window, "a package")


def _settle(window: Window) -> None:
    window.bot.waitUntil(lambda: window.app.cases.presenter is not None)
    presenter = window.app.cases.presenter
    assert presenter is not None
    window.bot.waitUntil(lambda: presenter.settled)


def _dialogs_of(window: Window, actions: Collection[str]) -> Iterator[str]:
    """Choose these entries, each of which opens a dialog."""
    for name in actions:
        window.trigger(name)
        yield from _dialogs(window, name)


def _asking_actions(window: Window) -> Iterator[str]:
    """Choose every entry of the menus that may open a dialog; the stand-in answers the system's."""
    window.dialogs.chosen_images = []  # the user thinks better of it
    for spec in window.app.actions.specs:
        asks = (spec.menu in {Menu.MODEL, Menu.HELP} and not spec.group) or "…" in spec.text
        if asks and spec.id not in _UNASKING and window.app.actions[spec.id].isEnabled():
            window.app.actions[spec.id].trigger()
            window.bot.wait(20)
            if _open_dialogs():
                yield from _dialogs(window, spec.id)


def _dialogs(window: Window, name: str) -> Iterator[str]:
    """Wait for a dialog, give its name, and close it."""
    window.bot.waitUntil(lambda: bool(_open_dialogs()))
    adding = window.app.keeping.dialog
    if isinstance(adding, AddDialog):
        window.bot.waitUntil(lambda: adding.browser.lesions.total > 0)
    yield name
    for dialog in _open_dialogs():
        dialog.reject()
    window.bot.waitUntil(lambda: not _open_dialogs())
    if window.app.cases.presenter is not None:
        _settle(window)


def _open_dialogs() -> list[QDialog]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, QDialog) and one.isVisible()]
