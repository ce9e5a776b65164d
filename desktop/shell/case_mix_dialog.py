"""Asks for the case mix: that of the calibration, or the user's own, one share for each class."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.wording import per_hundred
from desktop.language.words import mark, tr
from desktop.shell.case_mix import (
    WHOLE,
    CaseMixAnswer,
    CaseMixQuestion,
    in_hundredths,
    is_whole,
    verdict,
)
from desktop.shell.number_fields import DecimalField
from desktop.shell.parts import MARGIN, text

_WHY = mark(
    "How frequent each disease is where you work changes what a picture means. If you know it, "
    "state it here: all probabilities are then re-weighted to it, and marked as such."
)


class CaseMixDialog(QDialog):
    """The dialog; `answer` is to be asked for once it is accepted.

    Parameters
    ----------
    question : CaseMixQuestion
        What to ask.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, question: CaseMixQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Case mix"))
        self._own = QRadioButton(tr("My own case &mix:"), self)
        self._fitted = QRadioButton(tr("As in the &training data: no re-weighting"), self)
        self._boxes: dict[str, DecimalField] = {}
        self._verdict = text(self)
        self._verdict.setAccessibleDescription(tr("Sum"))
        self._buttons = self._make_buttons()
        self._lay_out(self._make_shares(question))
        (self._fitted if question.stated is None else self._own).setChecked(True)
        self._own.toggled.connect(self._judge)
        self._judge()

    @property
    def answer(self) -> CaseMixAnswer:
        """What the user wants."""
        if self._fitted.isChecked():
            return CaseMixAnswer(None)
        return CaseMixAnswer({code: value / WHOLE for code, value in self._values().items()})

    def _values(self) -> dict[str, int]:
        return {code: round(100 * box.value()) for code, box in self._boxes.items()}

    def _judge(self) -> None:
        """Say how the shares stand; only what can be used can be accepted."""
        own, values = self._own.isChecked(), self._values().values()
        for box in self._boxes.values():
            box.setEnabled(own)
        self._verdict.setText(verdict(values) if own else tr("Probabilities stand as calibrated."))
        accept = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(not own or is_whole(values))

    def _make_shares(self, question: CaseMixQuestion) -> QWidget:
        shares = in_hundredths(question.stated or question.fitted)
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 8, MARGIN, 8)
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, (code, name) in enumerate(question.names.items()):
            box = self._boxes[code] = self._make_box(name, shares[code])
            grid.addWidget(text(body, name), row, 0)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(question.names), 1)
        return body

    def _make_box(self, name: str, hundredths: int) -> DecimalField:
        box = DecimalField(self)
        box.setRange(0, 100)
        box.setDecimals(2)
        box.setSuffix(per_hundred(""))
        box.setStepType(DecimalField.StepType.AdaptiveDecimalStepType)
        box.setMinimumWidth(96)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setAccessibleName(tr("Share of {name}", name=name))
        box.setValue(hundredths / 100)
        box.valueChanged.connect(self._judge)
        return box

    def _make_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        for kind in (kinds.Ok, kinds.Cancel):
            buttons.button(kind).setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self, shares: QWidget) -> None:
        area = QScrollArea(self)  # data sets have up to dozens of classes
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(shares)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(text(self, tr(_WHY)))
        layout.addWidget(self._fitted)
        layout.addWidget(self._own)
        layout.addWidget(area, 1)
        layout.addWidget(self._verdict)
        layout.addWidget(self._buttons)
        self.resize(480, self.sizeHint().height())
