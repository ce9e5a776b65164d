"""Words of others in a tool tip: shown as they are, whatever they hold that looks like markup."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Give what to set as a tool tip so that exactly these words are shown.

    Parameters
    ----------
    words : str
        What may hold a name that somebody else has chosen; lines are kept.
    """
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words


def plainly(told: object, role: int) -> object:
    """Give what a model tells a view, its tool tips so that exactly their words are shown.

    Parameters
    ----------
    told : object
        What the view asks for.
    role : int
        As what it is asked for.
    """
    tip = role == Qt.ItemDataRole.ToolTipRole and isinstance(told, str)
    return plain_tip(str(told)) if tip else told
