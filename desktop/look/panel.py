"""The finding of the selected image: one line first, every class, and what they mean."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import tr
from desktop.look.class_bars import ClassBars
from desktop.look.class_model import ClassModel
from desktop.look.evidence_view import EvidenceView
from desktop.look.finding_head import FindingHead
from desktop.look.how_sure import HowSure
from desktop.look.panel_content import Explanation, PanelContent, Repeat
from desktop.look.without_lesion import WithoutLesion
from desktop.shell.disclosure import Disclosure
from desktop.shell.parts import MARGIN, heading, inset, rule, show_words, text

_NARROWEST: Final = 280


class FindingPanel(QScrollArea):
    """Shows a `PanelContent` and the explanation of one class.

    Parameters
    ----------
    how_sure : QAction
        Opens and closes the details of trust.
    without_lesion : QAction
        Opens and closes what is found without the lesion.
    evidence : QAction
        Opens and closes how often such findings were right.
    parent : QWidget, optional
        As for any widget.
    """

    class_chosen = Signal(str)
    check_toggled = Signal()
    """The user opens or closes what is found without the lesion."""
    action_wanted = Signal(str)
    """Id of the action that a button stands for."""
    patient_stated = Signal(object)
    """Patient: of whom the image is, as far as the user says."""

    def __init__(
        self,
        how_sure: QAction,
        without_lesion: QAction,
        evidence: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Finding"))
        self._body = QWidget(self)
        self._head = FindingHead(self._body)
        self._classes = ClassModel(self)
        self.bars = ClassBars(self._classes, self._body)
        self.bars.chosen.connect(self.class_chosen)
        self._answers = HowSure()
        self.how_sure = Disclosure(how_sure, self._answers, self._body)
        self.check = WithoutLesion()
        self._just_opened = False
        self._opened: Disclosure | None = None
        self._shown_name = ""
        self._check = Disclosure(without_lesion, self.check, self._body)
        without_lesion.toggled.connect(self.check_toggled)
        how_sure.triggered.connect(lambda shown: self._reveal(self._answers, shown=shown))
        without_lesion.triggered.connect(self._open_check)
        self.check.grown.connect(self._reveal_check)
        self._make_work()
        self._make_explanation()
        self._lay_out()
        self._make_evidence(evidence)
        self.setWidget(self._body)

    def event(self, event: QEvent) -> bool:
        """Need another width when what is in it does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Need room for the longest word or button of a language."""
        needed = self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(_NARROWEST, needed), super().minimumSizeHint().height())

    def show_content(self, content: PanelContent) -> None:
        """Show what is known about an image."""
        self._just_opened = self._just_opened and content.name == self._shown_name
        self._shown_name = content.name
        self._head.show_content(content)
        self._show_cautions(content.cautions)
        self._busy.setVisible(content.busy)
        self._repeat_kind = content.repeat
        self._repeat.setText(tr(content.repeat.value))
        self._repeat.setVisible(content.repeat is not Repeat.NOTHING)
        self._classes.set_rows(content.rows)
        self._answers.show_details(content.details)
        self.how_sure.setVisible(bool(content.details))
        self._check.setVisible(bool(content.rows))
        self.evidence.setVisible(content.evidence is not None)
        if content.evidence is not None:
            self.records.show_evidence(content.evidence)
        self._explanation.setVisible(bool(content.rows))

    def show_file_says(self, details: str) -> None:
        """Tell that a file says more than its pixels, and in detail what; or nothing."""
        self._head.show_file_says(details)

    def show_class(self, code: str, explanation: Explanation, *, versus: str | None = None) -> None:
        """Show which class is explained and which it is set against; say what the first is."""
        self.bars.select(code)
        self.bars.set_against(versus)
        self._title.setText(explanation.title)
        self._words.setText(explanation.words)
        show_words(self._also, explanation.also)

    @property
    def check_open(self) -> bool:
        """Whether what is found without the lesion is wanted."""
        return not self.check.isHidden()

    def _open_check(self, shown: bool) -> None:  # noqa: FBT001  # called by a signal
        self._just_opened = shown
        self._reveal(self.check, shown=shown)

    def _reveal_check(self) -> None:
        """Scroll to what has come since the user opened it, but not for later images."""
        self._reveal(self.check, shown=self._just_opened)

    def _reveal(self, body: QWidget, *, shown: bool) -> None:
        """Scroll to what the user has opened, once it has its place."""
        if shown:
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(body, 0, MARGIN))

    def put_first(self, part: QWidget) -> None:
        """Show something directly below the head."""
        self._first.addWidget(part)

    def add_part(self, part: Disclosure) -> None:
        """Show another part that opens and closes, below the others."""
        self._parts.addLayout(inset(part))

        def show(shown: bool) -> None:  # noqa: FBT001  # called by a signal
            self._opened = part if shown else None
            if shown:
                QTimer.singleShot(0, self, lambda: self._bring_up(part))

        part.button.defaultAction().triggered.connect(show)

    def follow_growth(self, part: Disclosure) -> None:
        """Scroll to what has come into a part that the user has just opened, but not later."""
        if self._opened is part:
            self._opened = None
            QTimer.singleShot(0, self, lambda: self._bring_up(part))

    def _bring_up(self, part: Disclosure) -> None:
        """Show all of a part, or its beginning where it is higher than the panel."""
        if part.height() + MARGIN < self.viewport().height():
            self.ensureWidgetVisible(part.body, 0, MARGIN)
        else:
            self.verticalScrollBar().setValue(part.mapTo(self._body, QPoint(0, 0)).y() - MARGIN)

    def _make_evidence(self, action: QAction) -> None:
        self.records = EvidenceView()
        self.records.patient_stated.connect(self.patient_stated)
        self.records.card_wanted.connect(lambda: self.action_wanted.emit("model_card"))
        self.evidence = Disclosure(action, self.records, self._body)
        self.add_part(self.evidence)

    def _make_work(self) -> None:
        """Make what is there while there is no finding, and the frame of warnings."""
        self._busy = QProgressBar(self._body)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._repeat_kind = Repeat.NOTHING
        self._repeat = QPushButton(self._body)
        self._repeat.clicked.connect(lambda: self.action_wanted.emit(self._repeat_kind.action))
        self._cautions = QFrame(self._body)
        self._cautions.setProperty("kind", "notice")
        self._cautions.setAccessibleName(tr("Warnings"))
        QVBoxLayout(self._cautions).setContentsMargins(MARGIN, 8, MARGIN, 8)

    def _make_explanation(self) -> None:
        self._explanation = QWidget(self._body)
        self._title = heading(self._explanation, factor=1.1)
        self._words = text(self._explanation)
        self._also = text(self._explanation, quiet=True)
        layout = QVBoxLayout(self._explanation)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(8)
        for part in (rule(self._explanation), self._title, self._words, self._also):
            layout.addWidget(part)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        self._first = QVBoxLayout()
        layout.addLayout(self._first)
        layout.addLayout(inset(self._busy))
        button = inset(self._repeat)
        button.addStretch(1)
        layout.addLayout(button)
        layout.addWidget(self._cautions)
        layout.addWidget(self.bars)
        layout.addLayout(inset(self.how_sure))
        layout.addLayout(inset(self._check))
        self._parts = QVBoxLayout()
        layout.addLayout(self._parts)
        layout.addWidget(self._explanation)
        layout.addStretch(1)

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
