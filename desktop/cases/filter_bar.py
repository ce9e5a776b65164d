"""Narrows the list of lesions: place on the body, diagnosis, model, time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from core.cases.fields import BodySite
from core.language import again
from core.report.case_words import class_name
from core.taxonomy.known import KNOWN
from desktop.cases.filters import Filters, Seen
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN

_EVERYWHERE: Final = mark("All places on the body")
_ANYTHING: Final = mark("All diagnoses")


class FilterBar(QWidget):
    """The filters; those that are seldom needed can be left out.

    Parameters
    ----------
    whole : bool
        Whether there are more filters than the place on the body.
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, *, whole: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sites = [(again(site).capitalize(), site) for site in BodySite]
        self.sites = _choice(self, tr("Place on the body"), [(tr(_EVERYWHERE), None), *sites])
        classes = sorted((class_name(code), code) for code in KNOWN)
        self.diagnoses = _choice(self, tr("Diagnosis"), [(tr(_ANYTHING), ""), *classes])
        self.times = _choice(self, tr("Last seen"), [(tr(one.value), one) for one in Seen])
        self.malignant = QCheckBox(tr("Mali&gnant by the model"), self)
        self.malignant.setToolTip(tr("A model counted one of the images as malignant"))
        layout = QGridLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sites, 0, 0)
        more = (self.diagnoses, self.times, self.malignant)
        for row, widget in enumerate(more, start=1):
            layout.addWidget(widget, row, 0)
            widget.setVisible(whole)
        for box in (self.sites, self.diagnoses, self.times):
            box.currentIndexChanged.connect(self.changed)
        self.malignant.toggled.connect(self.changed)

    def filters(self, words: str) -> Filters:
        """Give all that is asked for, together with the words."""
        site = self.sites.currentData()
        return Filters(
            words=words.strip(),
            site=None if site is None else BodySite(site),
            diagnosis=str(self.diagnoses.currentData()),
            malignant=self.malignant.isChecked(),
            seen=Seen(self.times.currentData()),
        )

    def show_filters(self, filters: Filters) -> None:
        """Ask for what was asked for before; words stand elsewhere."""
        self.sites.setCurrentIndex(self.sites.findData(filters.site))
        self.diagnoses.setCurrentIndex(self.diagnoses.findData(filters.diagnosis))
        self.times.setCurrentIndex(self.times.findData(filters.seen))
        self.malignant.setChecked(filters.malignant)


def _choice(parent: QWidget, name: str, items: Iterable[tuple[str, object]]) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    # As narrow as the list is, however long the name of a class.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for words, value in items:
        box.addItem(words, value)
    return box
