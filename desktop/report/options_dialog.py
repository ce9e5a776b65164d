"""Asks how reports are to be: clinic, logo, paper, parts, and what may identify."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.language import again
from core.report.options import PART_NAMES, ReportOptions
from core.report.paper import Paper
from desktop.cases.forms import lay_out
from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import mark, tr
from desktop.policy.applying import hold
from desktop.shell.parts import MARGIN, heading, plain_label, show_words, small_button, text

_PAPERS: Final = {Paper.A4: mark("A4"), Paper.LETTER: mark("Letter")}
_IDENTITY: Final = mark("Left out unless chosen here, for this report only. The report says which.")
_NO_LOGO: Final = mark("None")


class OptionsDialog(QDialog):
    """The dialog; `options` is to be asked for once it is accepted.

    Parameters
    ----------
    options : ReportOptions
        As they are.
    of_case : bool
        Whether there are parts to choose, and a patient to identify.
    parent : QWidget, optional
        As for any widget.
    """

    logo_wanted = Signal()
    """The user wants to choose a picture."""

    def __init__(
        self, options: ReportOptions, *, of_case: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Options of the report"))
        self.clinic = QLineEdit(options.clinic, self)
        self.clinic.setPlaceholderText(tr("Stands above every page"))
        self.paper = QComboBox(self)
        for size, words in _PAPERS.items():
            self.paper.addItem(tr(words), size)
        self.paper.setCurrentIndex(self.paper.findData(options.paper))
        self.logo: Path | None = None
        self._logo_name = plain_label(self)
        self.choose = small_button(
            self,
            tr("Choose…"),
            name=tr("Choose a picture as logo"),
            clicked=self.logo_wanted.emit,
        )
        self.remove = small_button(
            self, tr("Remove"), name=tr("Use no logo"), clicked=lambda: self.use_logo(None)
        )
        for button in (self.choose, self.remove):
            button.setAutoDefault(False)
        self.parts = {part: QCheckBox(again(words), self) for part, words in PART_NAMES.items()}
        for part, box in self.parts.items():
            box.setChecked(part in options.parts)
        self.named = QCheckBox(tr("The patient's &name"), self)
        self.named.setChecked(options.named)
        self.metadata = QCheckBox(tr("Names and &metadata of the image files"), self)
        self.metadata.setToolTip(tr("EXIF, GPS position and the patient's data in DICOM files"))
        self.metadata.setChecked(options.metadata)
        self.file_names = QCheckBox(tr("Name of the image &file"), self)
        self.file_names.setToolTip(tr("Files are often named after patients"))
        self.file_names.setChecked(options.file_names)
        self._said = text(self)
        self._said.hide()
        self.buttons = save_or_cancel(self)
        self._lay_out(of_case=of_case)
        self.use_logo(options.logo)

    @property
    def options(self) -> ReportOptions:
        """What is wanted."""
        return ReportOptions(
            paper=Paper(self.paper.currentData()),
            clinic=self.clinic.text().strip(),
            logo=self.logo,
            parts=frozenset(part for part, box in self.parts.items() if box.isChecked()),
            named=self.named.isChecked(),
            metadata=self.metadata.isChecked(),
            file_names=self.file_names.isChecked(),
        )

    @property
    def said(self) -> str:
        """What the dialog says about the logo."""
        return self._said.text() if not self._said.isHidden() else ""

    def use_logo(self, path: Path | None) -> None:
        """Take a picture that can be read, or none."""
        self.logo = path
        self._logo_name.setText(tr(_NO_LOGO) if path is None else path.name)
        self.remove.setEnabled(path is not None)
        show_words(self._said, "")

    def hold(self, fixed: Collection[str]) -> None:
        """Let nobody change what administrators have fixed."""
        hold(self.clinic, fixed="clinic" in fixed)
        hold(self.paper, fixed="paper" in fixed)
        for control in (self.choose, self.remove):
            hold(control, fixed="logo" in fixed)
        for box in self.parts.values():
            hold(box, fixed="report_without" in fixed)

    def show_error(self, words: str) -> None:
        """Say why a picture is not taken; the one before stays."""
        show_words(self._said, words)

    def _lay_out(self, *, of_case: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        form = QWidget(self)
        lay_out(
            form,
            {tr("&Clinic"): self.clinic, tr("&Logo"): self._logo_row(), tr("&Paper"): self.paper},
        )
        layout.addWidget(form)
        layout.addWidget(self._said)
        if of_case:
            self._add_group(layout, tr("What is in it"), list(self.parts.values()))
            self._add_group(
                layout, tr("What identifies"), [self.named, self.metadata], tr(_IDENTITY)
            )
            self.file_names.hide()
        else:
            self._add_group(layout, tr("What is in it"), [self.file_names])
            for box in (*self.parts.values(), self.named, self.metadata):
                box.hide()
        layout.addSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(480, self.sizeHint().height())

    def _add_group(
        self, layout: QVBoxLayout, title: str, boxes: list[QCheckBox], words: str = ""
    ) -> None:
        head = heading(self, factor=1.15)
        head.setText(title)
        layout.addSpacing(8)
        layout.addWidget(head)
        if words:
            layout.addWidget(text(self, words, quiet=True))
        for box in boxes:
            layout.addWidget(box)

    def _logo_row(self) -> QWidget:
        row = QWidget(self)
        row.setFocusProxy(self.choose)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._logo_name, 1)
        box.addWidget(self.choose)
        box.addWidget(self.remove)
        return row
