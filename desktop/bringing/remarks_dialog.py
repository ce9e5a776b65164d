"""Lists what is to be known of an atlas, for reading and for saving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.bringing.remark_model import ABOUT, RemarkModel
from desktop.language.words import tr
from desktop.shell.dialog_parts import dialog_button, set_up_table
from desktop.shell.parts import MARGIN, text
from desktop.shell.scrolled import resize_within_screen

if TYPE_CHECKING:
    from core.atlas.remarks import Remark

_SIZE: Final = QSize(820, 520)
_WIDTHS: Final = (150, 200, 200)
_LAST: Final = 3


class RemarksDialog(QDialog):
    """All widgets; it arranges and does nothing else.

    Parameters
    ----------
    title, words : str
        What the list is about; what stands above it.
    remarks : sequence of Remark
        The list, at least one.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self, title: str, words: str, remarks: Sequence[Remark], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.model = RemarkModel(remarks, self)
        self.said = text(self, words)
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(tr("Which are listed"))
        self.view = QTableView(self)
        self.save = dialog_button(self, tr("&Save the list…"))
        self.rescue = dialog_button(self, tr("&Rescue what can be read…"))
        self.rescue.hide()
        self.leave = dialog_button(self, tr("C&lose"))
        self.leave.clicked.connect(self.reject)
        self._offer_kinds()
        self._set_view()
        self._lay_out()

    def _offer_kinds(self) -> None:
        counted = Counter(one.about for one in self.model.every)
        self.kinds.addItem(tr("All ({n:,})", n=len(self.model.every)), None)
        for about, number in counted.items():
            words = tr("{kind} ({n:,})", kind=tr(ABOUT[about.name]), n=number)
            self.kinds.addItem(words, about)
        self.kinds.setVisible(len(counted) > 1)
        self.kinds.currentIndexChanged.connect(
            lambda _: self.model.narrow(self.kinds.currentData())
        )

    def _set_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(tr("What was found"))
        set_up_table(view, widths=_WIDTHS, stretched=_LAST)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        pairs = any(one.other is not None for one in self.model.every)
        view.setColumnHidden(0, len({one.about for one in self.model.every}) == 1)
        view.setColumnHidden(2, not pairs)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        above = QHBoxLayout()
        above.addWidget(self.kinds)
        above.addStretch(1)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.rescue)
        row.addStretch(1)
        row.addWidget(self.leave)
        layout.addLayout(row)
        resize_within_screen(self, _SIZE)
