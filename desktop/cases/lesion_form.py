"""What is asked about a lesion: its name, and where it is, in lists or on the body map."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.cases.fields import BodySite, Side
from core.cases.records import Lesion
from core.language import again
from core.report.case_words import SIDE_WORDS
from desktop.bodymap.picker import BodyPicker
from desktop.bodymap.places import Spot, spot_of, usual_spot
from desktop.bodymap.regions import region_at
from desktop.cases.forms import choice, choose, lay_out
from desktop.language.words import tr


class LesionForm(QWidget):
    """Asks about a lesion; nothing must be stated, but one that has a name keeps having one.

    Parameters
    ----------
    lesion : Lesion, optional
        What is noted already.
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    map : BodyPicker
        Says the same as the lists, and more exactly where; what is stated here shows there.
    """

    changed = Signal()

    def __init__(self, lesion: Lesion | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = lesion or Lesion(patient_id="", label="")
        self._named = bool(known.label)
        self.label = QLineEdit(known.label, self)
        self.label.setPlaceholderText("" if self._named else tr("Numbered, if left empty"))
        self.label.textChanged.connect(self.changed)
        sites = [(again(site).capitalize(), site) for site in BodySite]
        self.site = choice(self, sites, chosen=known.site)
        sides = [(again(words).capitalize(), side) for side, words in SIDE_WORDS.items()]
        self.side = choice(self, sides, chosen=known.side)
        self.side.setToolTip(tr("Of the patient, not of the picture"))
        self.map = BodyPicker(self)
        self.map.setToolTip(tr("Click where the lesion is"))
        self._spot = None if known.view is None else spot_of(known)
        self.map.mark(spot_of(known))
        self.map.picked.connect(self._take)
        for box in (self.site, self.side):
            box.currentIndexChanged.connect(self._follow)
        self._lay_out()

    @property
    def complete(self) -> bool:
        """Whether a lesion can be made of it."""
        return bool(self.label.text().strip() or not self._named)

    def new_of(self, patient_id: str) -> Lesion:
        """Make a new lesion of a patient."""
        return self.stated(Lesion(patient_id=patient_id, label=""))

    def stated(self, lesion: Lesion) -> Lesion:
        """Make of a lesion what is stated here."""
        spot = self._spot
        return replace(
            lesion,
            label=self.label.text().strip(),
            site=self._site,
            side=self._side,
            view=None if spot is None else spot.view,
            x=None if spot is None else spot.x,
            y=None if spot is None else spot.y,
        )

    def show_stated(self, lesion: Lesion) -> None:
        """Show what is noted of a lesion."""
        self.label.setText(lesion.label)
        choose(self.site, lesion.site)
        choose(self.side, lesion.side)
        self._spot = None if lesion.view is None else spot_of(lesion)  # the lists have dropped it
        self.map.mark(spot_of(lesion))

    @property
    def _site(self) -> BodySite | None:
        site = self.site.currentData()
        return BodySite(site) if site else None

    @property
    def _side(self) -> Side | None:
        side = self.side.currentData()
        return Side(side) if side else None

    def _take(self, site: BodySite, side: Side) -> None:
        """Show in the lists what was picked on the map."""
        self._spot = self.map.spot
        for box, value in ((self.site, site), (self.side, side)):
            places = range(box.count())
            with QSignalBlocker(box):
                box.setCurrentIndex(next(one for one in places if box.itemData(one) == value))
        self.changed.emit()

    def _follow(self) -> None:
        """Show on the map what was chosen in the lists; an exact place elsewhere is void."""
        if self._spot is not None and not self._agrees(self._spot):
            self._spot = None
        self.map.mark(self._spot or usual_spot(self._site, self._side))
        self.changed.emit()

    def _agrees(self, spot: Spot) -> bool:
        region = region_at(spot.view, spot.point)
        if region is None:
            return False
        return (region.site, region.side_at(spot.point.x())) == (self._site, self._side)

    def _lay_out(self) -> None:
        fields = QWidget(self)
        lay_out(
            fields,
            {
                tr("Na&me of the lesion"): self.label,
                tr("Place on the &body"): self.site,
                tr("&Side"): self.side,
            },
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(fields)
        layout.addWidget(self.map, 0, Qt.AlignmentFlag.AlignHCenter)
