"""The system's dialogs behind one small class, so that tests can answer in the user's place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.shell.case_mix import CaseMixAnswer, CaseMixQuestion

_ENDINGS = (
    "*.jpg *.jpeg *.jpe *.jfif *.png *.tif *.tiff *.bmp *.dib *.gif *.webp *.avif "
    "*.heic *.heif *.hif *.dcm *.dicom"
)


class Dialogs(Protocol):
    """What is asked of the user."""

    def images(self, folder: str) -> list[Path]:
        """Ask for image files; an empty list if the user thinks better of it."""

    def folder(self, title: str, folder: str) -> Path | None:
        """Ask for a folder."""

    def png(self, proposal: str) -> Path | None:
        """Ask where to save a picture."""

    def pdf(self, proposal: str) -> Path | None:
        """Ask where to save a report."""

    def csv(self, proposal: str) -> Path | None:
        """Ask where to save a table."""

    def open_csv(self, folder: str) -> Path | None:
        """Ask for a table."""

    def backup(self, proposal: str) -> Path | None:
        """Ask where to save a backup of what is learned."""

    def open_backup(self, folder: str) -> Path | None:
        """Ask for such a backup."""

    def table(self, proposal: str) -> Path | None:
        """Ask where to save a table, of the kind that is proposed."""

    def package(self, proposal: str) -> Path | None:
        """Ask where to save a package of labelled images."""

    def open_package(self, folder: str) -> Path | None:
        """Ask for such a package."""

    def logo(self, folder: str) -> Path | None:
        """Ask for the picture of a clinic's logo."""

    def printer(self, *, pages: int = 1) -> QPrinter | None:
        """Ask for a printer, and for which of so many pages."""

    def case_mix(self, question: CaseMixQuestion) -> CaseMixAnswer | None:
        """Ask for the case mix; None if the user thinks better of it."""


class SystemDialogs:
    """Asks the user for files, folders, a printer and a case mix.

    Parameters
    ----------
    parent : QWidget
        The window that the dialogs belong to.
    """

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def images(self, folder: str) -> list[Path]:
        """Ask for image files; an empty list if the user thinks better of it."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, tr("Open images"), folder, _images())
        return [Path(name) for name in names]

    def folder(self, title: str, folder: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._parent, title, folder)
        return Path(name) if name else None

    def png(self, proposal: str) -> Path | None:
        """Ask where to save a picture."""
        return self._save_as(tr("Save picture with heat map"), proposal, tr("PNG picture (*.png)"))

    def pdf(self, proposal: str) -> Path | None:
        """Ask where to save a report."""
        return self._save_as(tr("Save report"), proposal, tr("PDF document (*.pdf)"))

    def csv(self, proposal: str) -> Path | None:
        """Ask where to save a table."""
        return self._save_as(tr("Save table"), proposal, tr("Table (*.csv)"))

    def open_csv(self, folder: str) -> Path | None:
        """Ask for a table."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, tr("Open a table"), folder, tr("Table (*.csv)")
        )
        return Path(name) if name else None

    def backup(self, proposal: str) -> Path | None:
        """Ask where to save a backup of what is learned."""
        return self._save_as(tr("Back up all profiles"), proposal, tr("Backup (*.sqlite3)"))

    def open_backup(self, folder: str) -> Path | None:
        """Ask for such a backup."""
        title, kind = tr("Restore a backup"), tr("Backup (*.sqlite3)")
        name, _ = QFileDialog.getOpenFileName(self._parent, title, folder, kind)
        return Path(name) if name else None

    def table(self, proposal: str) -> Path | None:
        """Ask where to save a table, of the kind that is proposed."""
        kind = Path(proposal).suffix.removeprefix(".")
        return self._save_as(
            tr("Export cases"),
            proposal,
            tr("{format} table (*.{ending})", format=kind.upper(), ending=kind),
        )

    def package(self, proposal: str) -> Path | None:
        """Ask where to save a package of labelled images."""
        return self._save_as(tr("Pack for others"), proposal, tr("Package (*.lentigo)"))

    def open_package(self, folder: str) -> Path | None:
        """Ask for such a package."""
        kinds = "{};;{}".format(tr("Package (*.lentigo)"), tr("All files (*)"))
        name, _ = QFileDialog.getOpenFileName(self._parent, tr("Bring in a package"), folder, kinds)
        return Path(name) if name else None

    def logo(self, folder: str) -> Path | None:
        """Ask for the picture of a clinic's logo."""
        name, _ = QFileDialog.getOpenFileName(self._parent, tr("Choose a logo"), folder, _images())
        return Path(name) if name else None

    def printer(self, *, pages: int = 1) -> QPrinter | None:
        """Ask for a printer, and for which of so many pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
        dialog.setMinMax(1, pages)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    def case_mix(self, question: CaseMixQuestion) -> CaseMixAnswer | None:
        """Ask for the case mix; None if the user thinks better of it."""
        from desktop.shell.case_mix_dialog import CaseMixDialog

        dialog = CaseMixDialog(question, self._parent)
        accepted = dialog.exec() == CaseMixDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.answer if accepted else None

    def _save_as(self, title: str, proposal: str, kind: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._parent, title, proposal, kind)
        path = Path(name)
        return (path if path.suffix else path.with_suffix(Path(proposal).suffix)) if name else None


def _images() -> str:
    images, everything = tr("Images"), tr("All files")
    return f"{images} ({_ENDINGS});;{everything} (*)"
