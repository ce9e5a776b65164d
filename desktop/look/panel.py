"""The finding of the selected image: one line first, every class, and what they mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.look.class_bars import ClassBars
from desktop.look.class_model import ClassModel
from desktop.look.panel_content import Explanation, PanelContent, Repeat
from desktop.shell.parts import heading, rule, text

_MARGIN = 16


class FindingPanel(QScrollArea):
    """Shows a `PanelContent` and the explanation of one class.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    class_chosen = Signal(str)
    action_wanted = Signal(str)
    """Id of the action that the button stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Finding")
        self.setMinimumWidth(280)
        self._body = QWidget(self)
        self._classes = ClassModel(self)
        self.bars = ClassBars(self._classes, self._body)
        self.bars.chosen.connect(self.class_chosen)
        self._make_words()
        self._lay_out()
        self.setWidget(self._body)

    def show_content(self, content: PanelContent) -> None:
        """Show what is known about an image."""
        self._name.setText(content.name)
        self._headline.setText(content.headline)
        self._probability.setText(content.probability)
        _show(self._sentence, content.sentence)
        _show(self._malignant, content.malignant)
        self._show_cautions(content.cautions)
        self._busy.setVisible(content.busy)
        self._repeat_kind = content.repeat
        self._repeat.setText(content.repeat.value)
        self._repeat.setVisible(content.repeat is not Repeat.NOTHING)
        self._classes.set_rows(content.rows)
        self._details.setVisible(bool(content.rows))

    def show_class(self, code: str, explanation: Explanation) -> None:
        """Show which class is explained, and explain it in words."""
        self.bars.select(code)
        self._title.setText(explanation.title)
        self._words.setText(explanation.words)
        _show(self._also, explanation.also)

    def _make_words(self) -> None:
        self._name = text(self._body, quiet=True)
        self._headline = heading(self._body)
        self._headline.setAccessibleName("Finding")
        self._probability = heading(self._body)
        self._probability.setWordWrap(False)
        self._sentence = text(self._body)
        self._malignant = text(self._body)
        self._busy = QProgressBar(self._body)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._repeat_kind = Repeat.NOTHING
        self._repeat = QPushButton(self._body)
        self._repeat.clicked.connect(lambda: self.action_wanted.emit(self._repeat_kind.action))
        self._cautions = QFrame(self._body)
        self._cautions.setProperty("kind", "notice")
        self._cautions.setAccessibleName("Warnings")
        QVBoxLayout(self._cautions).setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._details = QWidget(self._body)
        self._title = heading(self._details, factor=1.1)
        self._words = text(self._details)
        self._also = text(self._details, quiet=True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        layout.setSpacing(8)
        layout.addLayout(_inset(self._name))
        first = QHBoxLayout()
        first.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        first.addWidget(self._headline, 1)
        first.addWidget(self._probability, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(first)
        for widget in (self._sentence, self._malignant, self._busy):
            layout.addLayout(_inset(widget))
        button = _inset(self._repeat)
        button.addStretch(1)
        layout.addLayout(button)
        layout.addWidget(self._cautions)
        layout.addWidget(self.bars)
        layout.addWidget(self._details)
        layout.addStretch(1)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        details.setSpacing(8)
        for part in (rule(self._details), self._title, self._words, self._also):
            details.addWidget(part)

    def _show_cautions(self, cautions: tuple[str, ...]) -> None:
        layout = self._cautions.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101  # made above
        while item := layout.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for words in cautions:
            layout.addWidget(text(self._cautions, f"!  {words}"))
        self._cautions.setVisible(bool(cautions))


def _inset(widget: QWidget) -> QHBoxLayout:
    box = QHBoxLayout()
    box.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    box.addWidget(widget)
    return box


def _show(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
