"""What an action is: a row of the table in `desktop.shell.action_table`."""

from __future__ import annotations

from enum import Flag, StrEnum, auto
from typing import Final, NamedTuple

from desktop.language.words import mark


class Menu(StrEnum):
    """The menus, in their order; the value is what the user reads."""

    FILE = mark("&File")
    EDIT = mark("&Edit")
    VIEW = mark("&View")
    IMAGE = mark("&Image")
    CASES = mark("&Cases")
    ATLAS = mark("&Atlas")
    MODEL = mark("&Model")
    HELP = mark("&Help")


class Need(Flag):
    """What must be there before an action makes sense."""

    NOTHING = 0
    IMAGE = auto()
    """An image is selected."""
    SEVERAL = auto()
    """More than one image is open."""
    PICTURE = auto()
    """Its pixels are shown."""
    ZOOMABLE = auto()
    """A picture is seen, of that image or of another, which can be enlarged."""
    FINDING = auto()
    """It has been analysed."""
    UNFINISHED = auto()
    """Analyses are waiting or under way."""
    REPEATABLE = auto()
    """The selected image has no finding, or none as thorough as wanted, and none is on its way."""
    COMPUTING = auto()
    """A heat map is being computed."""
    MODEL = auto()
    """A model has loaded."""
    UNDO = auto()
    """An edit of a case can be taken back."""
    REDO = auto()
    """One that was taken back can be made again."""
    PATIENT = auto()
    """A patient's page is seen."""
    LESION = auto()
    """One of the lesions on it is chosen."""
    LESIONS = auto()
    """The list of lesions is seen and not empty."""
    FOLLOWABLE = auto()
    """The patient's page shows a lesion with at least two images."""
    FOLLOWING = auto()
    """Two images of a lesion are compared."""
    ALIGNABLE = auto()
    """One of them can be laid onto the other."""
    LOOKING = auto()
    """The place "Look" is seen."""
    RESULTS = auto()
    """A table of results is seen."""
    CHOSEN = auto()
    """Some of its rows are chosen."""
    BATCH_RUNS = auto()
    """A batch is under way."""
    BATCH_RESTS = auto()
    """A batch is paused, or has not come to its end."""
    BATCH_OPEN = auto()
    """A batch is under way or paused."""
    ATLAS = auto()
    """An atlas is seen."""
    LABELLED = auto()
    """Images of the atlas are chosen, or one is seen large."""
    LABELLED_SEVERAL = auto()
    """More than one is chosen, or others are like the large one."""
    LABELLED_SEEN = auto()
    """One is seen large, or several beside each other."""
    OFF_GRID = auto()
    """Images of the atlas are seen in the place of its grid."""
    QUIZZING = auto()
    """A quiz is on, or its end is seen."""
    QUIZ_MISSED = auto()
    """The end of a quiz is seen in which something was missed."""
    QUIZ_COMPARING = auto()
    """Images of an answer are seen beside each other."""
    PROFILE = auto()
    """The place "Progress" is seen, and somebody learns."""
    PROGRESS = auto()
    """Figures about their answers are seen."""
    RULES = auto()
    """The model's card says when to believe it."""


FINDING_SEEN: Final = Need.IMAGE | Need.PICTURE | Need.FINDING
"""The selected image is shown with what was found."""


class ActionSpec(NamedTuple):  # made in a fraction of a dataclass's time, before the first paint
    """One row of the table.

    Parameters
    ----------
    id : str
        Stable name.
    menu : Menu
        Where it stands.
    text : str
        What the menu shows, with its mnemonic; "…" if it asks before it acts.
    tip : str
        One sentence for tooltip and status tip.
    keys : tuple of str
        Shortcuts in Qt's portable spelling.
    needs : Need
        What must be there.
    submenu : str
        Title of a menu within the menu.
    group : str
        Actions of one group exclude each other and are checkable.
    checkable : bool
        Whether it is on or off.
    short : str
        What a narrow button shows; the text by default.
    first : bool
        Whether a line separates it from what stands above.
    """

    id: str
    menu: Menu
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    needs: Need = Need.NOTHING
    submenu: str = ""
    group: str = ""
    checkable: bool = False
    short: str = ""
    first: bool = False

    @property
    def plain_text(self) -> str:
        """The text without mnemonic and dots."""
        return self.text.replace("&", "").removesuffix("…")
