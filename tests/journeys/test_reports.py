"""A user sees a report before it is saved or printed, and decides what stands on it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from core.cases.address import CaseAddress
from core.cases.records import Patient
from core.cases.store import CaseStore
from core.paths import examples_folder
from core.report.options import ReportPart
from core.report.paper import Paper
from desktop.report.options_dialog import OptionsDialog
from desktop.report.preview import Preview
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import PaperWish
from tests.desktop.cases.filled import fill
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.in_reports import choose, shown


def click(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def options(window: Window, preview: Preview) -> OptionsDialog:
    click(preview.dialog.options)
    dialog = window.app.reports.options_dialog
    assert dialog is not None
    return dialog


def accept(dialog: OptionsDialog) -> None:
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Save))


def test_a_patient_a_lesion_and_a_visit_each_have_their_report(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases)
    assert not window.app.actions["report_patient"].isEnabled()
    choose(window)
    window.trigger("report_patient")
    preview = shown(window)
    about = preview.dialog.about
    assert [about.itemText(row) for row in range(about.count())] == [
        "Whole patient", "Lesion 1 · Forearm, left", "Lesion 2 · Back",
        "Visit of 15 Jul 2026", "Visit of 15 Apr 2026", "Visit of 14 Jan 2026",
    ]  # fmt: skip
    whole = preview.dialog.view.accessibleDescription()
    assert "P-7KQ-3M2X" in whole
    assert "Has grown since spring." in whole
    about.setCurrentIndex(2)
    about.activated.emit(2)
    assert shown(window) is preview
    other = preview.dialog.view.accessibleDescription()
    assert "Lesion 2" in other
    assert "Has grown" not in other
    assert preview.dialog.view.image is not None
    about.setCurrentIndex(5)
    about.activated.emit(5)
    shown(window)
    window.dialogs.chosen_pdf = tmp_path / "visit.pdf"
    click(preview.dialog.save)
    window.bot.waitUntil(lambda: preview.dialog.said == "Saved as visit.pdf.")
    assert Path(window.dialogs.proposals[-1]).name == "P-7KQ-3M2X.2026-01-14.report.pdf"
    (page,) = words(tmp_path / "visit.pdf")
    assert page == preview.dialog.view.accessibleDescription()
    assert "Report on the visit of 14 Jan 2026" in page
    QTest.keyClick(preview.dialog, Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: window.app.reports.preview is None)


def test_the_chosen_lesion_and_a_visit_are_a_key_or_a_click_away(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    choose(window)
    window.trigger("report_lesion")
    preview = shown(window)
    assert preview.dialog.about.currentText() == "Lesion 1 · Forearm, left"
    preview.dialog.reject()
    window.bot.waitUntil(lambda: window.app.reports.preview is None)
    place = window.app.cases.place
    assert place is not None
    section = place.page.sections[1]
    (button,) = [one for one in section.findChildren(QPushButton) if one.text() == "Report…"]
    click(button)
    preview = shown(window)
    assert preview.dialog.about.currentText() == "Lesion 2 · Back"
    preview.dialog.reject()
    place.page.visit_report_wanted.emit(place.page.sections[0].cells[1])
    window.bot.waitUntil(lambda: window.app.reports.preview not in {None, preview})
    assert shown(window).dialog.about.currentText() == "Visit of 15 Apr 2026"


def test_pages_are_turned_and_enlarged_by_keys(window: Window, own_cases: CaseAddress) -> None:
    fill(own_cases, images=24)
    choose(window)
    window.trigger("report_patient")
    preview = shown(window)
    dialog, view = preview.dialog, preview.dialog.view
    assert (dialog.number.text(), dialog.total.text()[:3]) == ("1", "of ")
    assert not dialog.before.isEnabled()
    last = int(dialog.total.text().split()[1])
    assert last > 2
    QTest.keyClick(view, Qt.Key.Key_End)
    shown(window)
    assert dialog.number.text() == str(last)
    assert f"Page {last} of {last}" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Home)
    shown(window)
    for _ in range(40):  # to the end of the page, and over
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        shown(window)
        if dialog.number.text() == "2":
            break
    assert dialog.number.text() == "2"
    assert view.verticalScrollBar().value() == 0
    assert view.image is not None
    before = view.image.width()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    shown(window)
    assert view.image.width() > before
    click(dialog.whole)
    shown(window)
    assert view.image.height() <= view.height()
    dialog.number.setText("3")
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    shown(window)
    assert "Page 3 of" in view.accessibleDescription()


def test_options_change_the_report_and_are_remembered_but_for_identity(
    make_window: MakeWindow, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases)
    store = CaseStore.open(own_cases)
    named = store.patient_named("P-22A-BBBB")
    assert isinstance(named, Patient)
    store.close()
    settings = SettingsStore()
    window = make_window(settings=settings)
    choose(window, "Anna Nó · Mole")
    window.trigger("report_patient")
    preview = shown(window)
    assert "Anna" not in preview.dialog.view.accessibleDescription()
    dialog = options(window, preview)
    assert not dialog.named.isChecked()
    assert not dialog.metadata.isChecked()
    dialog.clinic.setText("Clinic North")
    dialog.named.setChecked(True)
    dialog.parts[ReportPart.NOTES].setChecked(False)
    dialog.paper.setCurrentIndex(dialog.paper.findData(Paper.LETTER))
    window.dialogs.chosen_logo = tmp_path / "none.png"
    click(dialog.choose)
    window.bot.waitUntil(lambda: "There is no file" in dialog.said)
    assert dialog.logo is None
    Image.new("RGB", (300, 100), (20, 90, 160)).save(tmp_path / "logo.png")
    window.dialogs.chosen_logo = tmp_path / "logo.png"
    click(dialog.choose)
    window.bot.waitUntil(lambda: dialog.logo == tmp_path / "logo.png")
    assert dialog.said == ""
    accept(dialog)
    shown(window)
    page = preview.dialog.view.accessibleDescription()
    assert page.startswith("Clinic North")
    assert "Anna Nó (P-22A-BBBB)" in page
    assert "This report identifies the patient" in page
    current = settings.current
    assert (current.clinic, current.paper, current.report_without) == (
        "Clinic North",
        PaperWish.LETTER,
        "notes",
    )
    preview.dialog.reject()
    window.bot.waitUntil(lambda: window.app.reports.preview is None)
    window.trigger("report_patient")
    preview = shown(window)
    page = preview.dialog.view.accessibleDescription()
    assert page.startswith("Clinic North")
    assert "Anna" not in page
    (tmp_path / "logo.png").unlink()
    accept(options(window, preview))
    shown(window)
    assert "There is no file “logo.png”" in preview.dialog.said
    assert preview.dialog.save.isEnabled()  # the report before it is still there


def test_a_report_is_printed_as_it_was_seen(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, images=9)
    choose(window)
    window.trigger("report_patient")
    preview = shown(window)
    total = int(preview.dialog.total.text().split()[1])
    printed = tmp_path / "printed.pdf"

    def printer(*, first: int = 0, last: int = 0, path: Path = printed) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        made.setFromTo(first, last)
        return made

    window.dialogs.make_printer = printer
    click(preview.dialog.print)
    window.bot.waitUntil(lambda: preview.dialog.said == "Printed.")
    assert window.dialogs.offered_pages == total
    assert pages(printed) == total
    window.dialogs.make_printer = lambda: printer(first=2, last=2)
    click(preview.dialog.print)
    window.bot.waitUntil(lambda: preview.settled)
    assert pages(printed) == 1
    window.dialogs.make_printer = lambda: printer(path=tmp_path / "none" / "there.pdf")
    click(preview.dialog.print)
    window.bot.waitUntil(lambda: "cannot be reached" in preview.dialog.said)
    assert preview.dialog.print.isEnabled()


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def test_a_report_that_cannot_be_saved_is_said_where_it_is_seen(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases)
    choose(window)
    window.trigger("report_patient")
    preview = shown(window)
    (tmp_path / "file").write_bytes(b"")
    window.dialogs.chosen_pdf = tmp_path / "file" / "r.pdf"
    click(preview.dialog.save)
    window.bot.waitUntil(lambda: "cannot be written" in preview.dialog.said)


def test_the_image_in_look_has_its_preview(window: Window) -> None:
    assert not window.app.actions["preview_report"].isEnabled()
    first = min(examples_folder().glob("*.jpg"))
    window.open([first])
    window.settle()
    window.trigger("preview_report")
    preview = shown(window)
    assert not preview.dialog.about.isVisible()
    page = preview.dialog.view.accessibleDescription()
    assert "Melanoma, 62 %" in page
    assert "Left out: metadata of the image file" in page
    assert first.name in page
    dialog = options(window, preview)
    assert not dialog.named.isVisible()
    dialog.clinic.setText("Clinic North")
    dialog.file_names.setChecked(False)
    accept(dialog)
    shown(window)
    page = preview.dialog.view.accessibleDescription()
    assert page.startswith("Clinic North")
    assert first.name not in page
