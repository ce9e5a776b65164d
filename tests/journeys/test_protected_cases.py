"""Cases under a passphrase: chosen, asked for once, changed, taken away; and nothing in clear."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from core.errors import OutputError, StoreUnavailable
from core.paths import examples_folder
from desktop.cases.add_dialog import AddDialog
from desktop.cases.page_content import ImageCell
from desktop.cases.place import CasesPlace
from desktop.shell.places import Place
from desktop.vault.open_dialog import OpenDialog
from desktop.vault.protect_dialog import ProtectDialog
from tests.core.cases.vault.sealed_cases import OTHER, PASSPHRASE, WRONG, all_bytes, make_cheap
from tests.desktop.cases.filled import fill
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    make_cheap(monkeypatch)


@pytest.fixture
def filled(own_cases: CaseAddress) -> CaseAddress:
    fill(own_cases)
    return own_cases


def protect(window: Window) -> ProtectDialog:
    window.trigger("protect_cases")
    window.bot.waitUntil(lambda: window.app.vault.protecting is not None)
    dialog = window.app.vault.protecting
    assert dialog is not None
    return dialog


def done(window: Window) -> None:
    window.bot.waitUntil(lambda: window.app.vault.protecting is None)


def asked(window: Window) -> OpenDialog:
    window.bot.waitUntil(lambda: window.app.vault.opening is not None)
    dialog = window.app.vault.opening
    assert dialog is not None
    return dialog


def type_in(dialog: OpenDialog, words: str) -> None:
    dialog.line.insert(words)  # QTest types no ñ
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)


def place_of(window: Window) -> CasesPlace:
    window.bot.waitUntil(lambda: window.app.cases.presenter is not None)
    place = window.app.cases.place
    assert place is not None
    return place


def shown(place: CasesPlace) -> list[ImageCell]:
    return [one.cells[row] for one in place.page.sections for row in range(len(one.cells))]


def page(window: Window) -> list[ImageCell]:
    """Open the page of the patient with images."""
    place, presenter = place_of(window), window.app.cases.presenter
    assert presenter is not None
    lesions = place.browser.lesions
    (row,) = (row for row in range(len(lesions)) if "7KQ-3M2X · Lesion 1" in lesions[row].title)
    place.browser.view.opened.emit(lesions[row])
    window.bot.waitUntil(lambda: presenter.content is not None and presenter.settled)
    return shown(place)


def seal(window: Window, *, passphrase: str = PASSPHRASE) -> None:
    dialog = protect(window)
    for line in (dialog.first, dialog.second):
        line.insert(passphrase)
    dialog.go.click()
    done(window)


def test_protected_once_and_opened_by_the_passphrase_alone(
    make_window: MakeWindow, filled: CaseAddress
) -> None:
    window = make_window()
    window.trigger("place_cases")
    place = place_of(window)
    window.bot.waitUntil(lambda: place.browser.lesions.total > 0)
    before = place.browser.lesions.total
    plain = page(window)
    assert all(isinstance(cell.source, Path) for cell in plain)
    place.page.image_opened.emit(plain[0])
    window.settle()
    (opened,) = window.app.session.images
    assert opened.source == plain[0].source
    window.trigger("place_cases")
    seal(window)
    window.bot.waitUntil(lambda: not isinstance(window.app.session.images[0].source, Path))
    renewed = window.app.session.images[0].source
    assert not isinstance(renewed, bytes | Path)
    assert renewed.read_whole()
    window.bot.waitUntil(lambda: shown(place) != plain)
    assert not any(isinstance(cell.source, Path) for cell in shown(place))
    assert "encrypted from now on" in window.app.notice.words
    place.browser.search.setText("lesion")  # they are open, nobody is asked again
    window.bot.waitUntil(lambda: place.browser.lesions.total > 0)
    assert window.app.vault.opening is None
    window.frame.window.close()
    assert filled.sealed
    assert b"CREATE TABLE" not in all_bytes(filled.images.parent)

    window = make_window()
    assert window.app.vault.opening is None  # nobody needs them yet
    window.trigger("place_cases")
    dialog = asked(window)
    type_in(dialog, WRONG)
    window.bot.waitUntil(lambda: "not the passphrase" in dialog.verdict.text())
    assert dialog.line.text() == ""
    type_in(dialog, PASSPHRASE)
    place = place_of(window)
    window.bot.waitUntil(lambda: place.browser.lesions.total == before)
    cells = page(window)
    assert cells
    assert all(cell.thumbnail is not None for cell in cells)
    place.page.image_opened.emit(cells[0])
    window.settle()
    assert window.app.places.current is Place.LOOK
    assert window.app.session.images.get(window.app.state.image) is not None
    window.frame.window.close()


@pytest.mark.usefixtures("filled")
def test_whoever_gives_up_is_not_asked_again_until_they_want_to(make_window: MakeWindow) -> None:
    window = make_window()
    seal(window)
    window.frame.window.close()
    window = make_window()
    window.trigger("place_cases")
    dialog = asked(window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    place = place_of(window)
    window.bot.waitUntil(lambda: "The cases are protected" in place.message.words)
    window.trigger("place_look")
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    window.trigger("add_to_case")
    window.bot.waitUntil(lambda: "protected with a passphrase" in window.app.notice.words)
    assert window.app.vault.opening is None
    assert not any(one.isVisible() for one in window.app.window.findChildren(AddDialog))
    window.trigger("place_cases")
    place.again.click()
    type_in(asked(window), PASSPHRASE)
    window.bot.waitUntil(lambda: place.browser.lesions.total > 0)
    window.frame.window.close()


@pytest.mark.usefixtures("filled")
def test_whoever_keeps_an_image_is_asked_as_well(make_window: MakeWindow) -> None:
    window = make_window()
    seal(window)
    window.frame.window.close()
    window = make_window()
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    assert window.app.vault.opening is None
    window.trigger("add_to_case")
    type_in(asked(window), PASSPHRASE)
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, AddDialog)
    window.bot.waitUntil(lambda: dialog.browser.lesions.total > 0)
    assert window.app.vault.opening is None
    assert dialog.isVisible()
    dialog.reject()
    window.frame.window.close()


def test_another_passphrase_and_none(make_window: MakeWindow, filled: CaseAddress) -> None:
    window = make_window()
    seal(window)
    dialog = protect(window)
    assert not dialog.go.isEnabled()
    for line, words in ((dialog.old, WRONG), (dialog.first, OTHER), (dialog.second, OTHER)):
        line.insert(words)
    dialog.go.click()
    window.bot.waitUntil(lambda: "not the passphrase" in dialog.verdict.text())
    assert dialog.isVisible()
    dialog.old.setText(PASSPHRASE)
    dialog.go.click()
    done(window)
    dialog = protect(window)
    dialog.remove.setChecked(True)
    assert not dialog.first.isVisible()
    dialog.old.setText(OTHER)
    dialog.go.click()
    done(window)
    assert "not encrypted any more" in window.app.notice.words
    window.frame.window.close()
    assert not filled.sealed
    store = CaseStore.open(filled)
    assert store.examine(deep=True).good
    store.close()


@pytest.mark.usefixtures("own_cases")
def test_a_passphrase_is_typed_twice_and_not_short(make_window: MakeWindow) -> None:
    window = make_window()
    dialog = protect(window)
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.first, "short")
    assert "at least 8" in dialog.verdict.text()
    dialog.first.setText(PASSPHRASE)
    assert "not the same" in dialog.verdict.text()
    dialog.second.setText(PASSPHRASE)
    assert dialog.verdict.text() == ""
    assert dialog.go.isEnabled()
    dialog.reject()
    done(window)
    window.frame.window.close()


@pytest.mark.parametrize("kind", [OutputError, RuntimeError])
def test_a_dialog_whose_work_broke_down_can_be_closed(
    make_window: MakeWindow, filled: CaseAddress, monkeypatch: pytest.MonkeyPatch,
    kind: type[Exception],
) -> None:  # fmt: skip
    window = make_window()

    def broken(*_: object, **__: object) -> None:
        raise kind("It cannot be written.")

    monkeypatch.setattr("core.cases.vault.conversion.encrypt", broken)
    dialog = protect(window)
    for line in (dialog.first, dialog.second):
        line.insert(PASSPHRASE)
    with window.bot.capture_exceptions() as raised:
        dialog.go.click()
        window.bot.waitUntil(dialog.go.isEnabled)
    assert [type(error) for _, error, _ in raised] == [RuntimeError] * (kind is RuntimeError)
    words = "a fault of Lentigo's own" if kind is RuntimeError else "cannot be written"
    assert words in dialog.verdict.text()
    dialog.reject()
    done(window)
    assert not filled.sealed
    window.frame.window.close()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("core.cases.audit.book.AuditBook.note", "is changed, but the audit trail could not note"),
        ("core.cases.store.CaseStore.open", "from now on. They could not be opened again: Gone."),
    ],
)
def test_what_is_done_is_not_called_undone(
    make_window: MakeWindow, filled: CaseAddress, monkeypatch: pytest.MonkeyPatch,
    place: str, words: str,
) -> None:  # fmt: skip
    window = make_window()

    def gone(*_: object, **__: object) -> None:
        raise StoreUnavailable("Gone.")

    monkeypatch.setattr(place, gone)
    seal(window)
    assert words in window.app.notice.words
    assert filled.sealed
    window.frame.window.close()
