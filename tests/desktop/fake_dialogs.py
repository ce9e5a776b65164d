"""Stands in for the system's dialogs, and answers as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.shell.case_mix import CaseMixAnswer, CaseMixQuestion

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class FakeDialogs:
    """Answers as a user would; has seen what was proposed."""

    def __init__(self) -> None:
        self.chosen_images: list[Path] = []
        self.chosen_folder: Path | None = None
        self.chosen_png: Path | None = None
        self.chosen_pdf: Path | None = None
        self.chosen_logo: Path | None = None
        self.chosen_table: Path | None = None
        self.chosen_package: Path | None = None
        self.opened_package: Path | None = None
        self.offered_pages = 0
        self.chosen_csv: Path | None = None
        self.opened_csv: Path | None = None
        self.chosen_backup: Path | None = None
        self.opened_backup: Path | None = None
        self.make_printer: Callable[[], QPrinter | None] = lambda: None
        self.proposals: list[str] = []
        self.questions: list[CaseMixQuestion] = []
        self.chosen_case_mix: CaseMixAnswer | None = None

    def images(self, folder: str) -> list[Path]:
        self.proposals.append(folder)
        return self.chosen_images

    def folder(self, title: str, folder: str) -> Path | None:
        self.proposals.append(f"{title}: {folder}")
        return self.chosen_folder

    def png(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_png

    def pdf(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_pdf

    def csv(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_csv

    def open_csv(self, folder: str) -> Path | None:
        self.proposals.append(folder)
        return self.opened_csv

    def backup(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_backup

    def open_backup(self, folder: str) -> Path | None:
        self.proposals.append(folder)
        return self.opened_backup

    def table(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_table

    def package(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_package

    def open_package(self, folder: str) -> Path | None:
        self.proposals.append(folder)
        return self.opened_package

    def logo(self, folder: str) -> Path | None:
        self.proposals.append(folder)
        return self.chosen_logo

    def printer(self, *, pages: int = 1) -> QPrinter | None:
        self.offered_pages = pages
        return self.make_printer()

    def case_mix(self, question: CaseMixQuestion) -> CaseMixAnswer | None:
        self.questions.append(question)
        return self.chosen_case_mix
