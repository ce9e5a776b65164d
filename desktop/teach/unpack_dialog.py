"""The dialog that says what is in a package before it is brought in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.language.words import mark, tr
from desktop.shell.dialog_parts import dialog_button, row_of
from desktop.shell.parts import heading, label_of, show_words, text
from desktop.shell.scrolled import resize_within_screen
from desktop.teach.pages import WorkDialog
from desktop.teach.words import inside_words, kind_words

if TYPE_CHECKING:
    from core.learning.package.inspecting import Inspected

_WIDTH: Final = 560
_STRANGER: Final = mark(
    "This is what the package says of itself. Anybody can make one: bring in what comes from "
    "somebody you know."
)
_TOLD: Final = mark("SHA-256 that its maker has told you, if you want to be sure that it is this:")
_SAME: Final = mark("It is this file.")
_ANOTHER: Final = mark("This is another file than the one whose checksum was told.")
_ONLY_LABELS: Final = mark(
    "It holds only labels, and the open atlas has none of the images. Open an atlas that has them, "
    "then bring it in again."
)
_NO_FOLDER: Final = mark("Name a folder for it.")


class UnpackDialog(WorkDialog):
    """Shows an `Inspected`; `folder` is where it is wanted.

    Parameters
    ----------
    found : Inspected
        The package.
    folder : Path
        Where to bring it in, as proposed.
    ask_folder : callable
        Asks for another one.
    parent : QWidget
        As for any widget.
    """

    def __init__(
        self,
        found: Inspected,
        *,
        folder: Path,
        ask_folder: Callable[[str], Path | None],
        parent: QWidget,
    ) -> None:
        body = QWidget(parent)
        super().__init__(body, act=tr("&Bring in"), parent=parent)
        self.setWindowTitle(tr("Bring in a package"))
        self._found = found
        self.title = heading(body, factor=1.15)
        self.title.setText(found.manifest.name)
        self.kind = text(body, kind_words(found.manifest))
        self.note = text(body)
        self.inside = text(body, inside_words(found))
        self.told = QLineEdit(body)
        self.told.setAccessibleName(tr("SHA-256 that was told"))
        self.place = QLineEdit(str(folder), body)
        self.choose = dialog_button(body, tr("Choose…"), name=tr("Choose the folder"))
        self.choose.clicked.connect(lambda: self._take(ask_folder(self.place.text())))
        self._lay_out(body)
        show_words(self.note, found.manifest.note)
        for line in (self.told, self.place):
            line.textChanged.connect(lambda _: self._judge())
        self._judge()
        self.begin.setFocus()
        resize_within_screen(self, QSize(_WIDTH, self.sizeHint().height()))

    @property
    def folder(self) -> Path:
        """Where it is wanted."""
        return Path(self.place.text().strip())

    @property
    def sha256(self) -> str:
        """What its maker has told; empty where nothing was."""
        return "".join(self.told.text().split()).lower()

    def _take(self, folder: Path | None) -> None:
        if folder is not None:
            self.place.setText(str(folder))

    def _judge(self) -> None:
        """Only what can be brought in can be accepted; say why it cannot."""
        words = ""
        if not self._found.usable:
            words = _ONLY_LABELS
        elif self.sha256 and self.sha256 != self._found.sha256:
            words = _ANOTHER
        elif not self.place.text().strip():
            words = _NO_FOLDER
        self.begin.setEnabled(not words)
        self.show_remark(
            tr(words or (_SAME if self.sha256 else "")) if words or self.sha256 else ""
        )

    def _lay_out(self, body: QWidget) -> None:
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.kind, self.note, self.inside):
            layout.addWidget(widget)
        layout.addWidget(text(body, tr(_STRANGER), quiet=True))
        layout.addSpacing(8)
        layout.addWidget(text(body, tr(_TOLD)))
        layout.addWidget(self.told)
        layout.addSpacing(8)
        layout.addWidget(label_of(self.place, tr("&Folder"), body))
        layout.addLayout(row_of(self.place, self.choose))
        layout.addStretch(1)
