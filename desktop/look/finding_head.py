"""The first lines of the panel: the image, its finding, and how far that can be believed.

The heading always says the truth, but where the image looks like no lesion, a warning comes before
it, and the finding is no louder than any other text.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.report.trust_words import Tone
from desktop.language.words import tr
from desktop.look.panel_content import PanelContent
from desktop.shell.fonts import bold
from desktop.shell.parts import MARGIN, heading, heading_font, inset, show_words, text
from desktop.shell.plain_tip import plain_tip


class FindingHead(QWidget):
    """Shows the head of a `PanelContent`.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = self.font()
        self._name = text(self, quiet=True)
        self._file_says = text(self, quiet=True)
        self._file_says.setObjectName("file_says")
        self._file_says.hide()
        self._make_warning()
        self._headline = heading(self)
        self._headline.setAccessibleDescription(tr("Finding"))
        self._probability = heading(self)
        self._probability.setWordWrap(False)
        self._line = text(self)
        self._line.setAccessibleDescription(tr("Trust in the finding"))
        self._sentence, self._malignant = text(self), text(self)
        self._case_mix = text(self, quiet=True)
        self._lay_out()

    def show_content(self, content: PanelContent) -> None:
        """Show what is known about an image."""
        self._name.setText(content.name)
        self._headline.setText(content.headline)
        self._probability.setText(content.probability)
        self._show_line(content)
        show_words(self._case_mix, content.case_mix)
        show_words(self._sentence, content.sentence)
        show_words(self._malignant, content.malignant)

    def show_file_says(self, details: str) -> None:
        """Tell that a file says more than its pixels, and in detail what; or nothing."""
        show_words(self._file_says, tr("The file says more: a case offers it.") if details else "")
        self._file_says.setToolTip(plain_tip(details))
        self._file_says.setAccessibleDescription(details)

    def _show_line(self, content: PanelContent) -> None:
        line = content.line
        warned = line is not None and line.tone is Tone.WARNING
        words = line.words if line is not None else ""
        self._warning_words.setText(words if warned else "")
        self._warning.setVisible(warned)
        for label in (self._headline, self._probability):
            label.setFont(self._plain if warned else heading_font(self._plain))
        show_words(self._line, "" if warned else words)
        careful = line is not None and line.tone is Tone.CAREFUL
        self._line.setFont(bold(self._plain) if careful else QFont(self._plain))

    def _make_warning(self) -> None:
        self._warning = QFrame(self)
        self._warning.setProperty("kind", "notice")
        self._warning_words = text(self._warning)
        self._warning_words.setFont(bold(self._plain))
        self._warning_words.setAccessibleDescription(tr("Warning"))
        sign = text(self._warning, "!")
        sign.setFont(heading_font(self._plain))
        sign.setWordWrap(False)
        layout = QHBoxLayout(self._warning)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(MARGIN)
        layout.addWidget(sign)
        layout.addWidget(self._warning_words, 1)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(MARGIN, 0, MARGIN, 0)
        first.addWidget(self._headline, 1)
        first.addWidget(self._probability, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(inset(self._name))
        layout.addLayout(inset(self._file_says))
        layout.addWidget(self._warning)
        layout.addLayout(first)
        for label in (self._line, self._sentence, self._malignant, self._case_mix):
            layout.addLayout(inset(label))
