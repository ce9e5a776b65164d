"""What the user looks for: plain values, turned into a question to the store where it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from core.cases.fields import BodySite
from desktop.language.words import mark

if TYPE_CHECKING:
    from core.cases.conditions import LesionQuery


class Seen(StrEnum):
    """When a lesion was last seen; the value is what the user reads."""

    ANY = mark("Last seen at any time")
    MONTH = mark("Seen in the last month")
    QUARTER = mark("Seen in the last 3 months")
    YEAR = mark("Seen in the last year")
    LONG_AGO = mark("Not seen for over a year")


_DAYS: Final = {Seen.MONTH: 31, Seen.QUARTER: 92, Seen.YEAR: 365, Seen.LONG_AGO: 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is to be found; by default everything.

    Parameters
    ----------
    words : str
        All of them, in any order.
    site : BodySite, optional
        Where on the body.
    diagnosis : str
        Code of the class that somebody diagnosed.
    malignant : bool
        Only what a model counted as malignant.
    seen : Seen
        When it was last seen.
    """

    words: str = ""
    site: BodySite | None = None
    diagnosis: str = ""
    malignant: bool = False
    seen: Seen = Seen.ANY

    def query(self, *, today: date) -> LesionQuery:
        """Make a question of it; outside the GUI thread, which must not wait for SQL's code."""
        from core.cases.conditions import LesionQuery

        day = today - timedelta(days=_DAYS.get(self.seen, 0))
        within = self.seen in {Seen.MONTH, Seen.QUARTER, Seen.YEAR}
        return LesionQuery(
            words=self.words,
            site=self.site,
            diagnosis=self.diagnosis,
            malignant=self.malignant,
            since=day if within else None,
            unseen_since=day if self.seen is Seen.LONG_AGO else None,
        )
