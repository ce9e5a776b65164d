"""The settings that a policy can fix, and what each may be.

The window's own schema (`desktop.shell.settings`) is beyond the reach of `core`; a test holds the
two together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

Value = bool | int | str


class Rule(NamedTuple):
    """What a setting may be.

    Parameters
    ----------
    kind : type
        Of its value.
    choices : tuple of str
        The words that it may be; any, where there are none.
    most : int
        The largest number; the smallest is 0.
    form : str
        Regular expression of a text that is neither empty nor free.
    """

    kind: type
    choices: tuple[str, ...] = ()
    most: int = 0
    form: str = ""

    def allows(self, value: object) -> bool:
        """Whether a setting may be that."""
        if type(value) is not self.kind:  # a flag is no number here
            return False
        if isinstance(value, str):
            return (not self.choices or value in self.choices) and self._is_formed(value)
        return isinstance(value, bool) or (isinstance(value, int) and 0 <= value <= self.most)

    def _is_formed(self, text: str) -> bool:
        return not (self.form and text) or bool(re.fullmatch(self.form, text))

    @property
    def words(self) -> str:
        """What it may be, as JSON has it."""
        if self.kind is bool:
            return "true, false"
        if self.kind is int:
            return f"0 … {self.most}"
        if self.form:
            return f"/{self.form}/"
        return ", ".join(f'"{choice}"' for choice in self.choices) or '"…"'


_FLAG: Final = Rule(bool)
_TEXT: Final = Rule(str)
_SHARE: Final = r"[^=,]+=\d*\.?\d+(?:[eE]-?\d+)?"
_PART: Final = "(?:images|heat-maps|findings|diagnoses|checklists|notes)"

FIXABLE: Final[Mapping[str, Rule]] = {
    "theme": Rule(str, ("system", "light", "dark")),
    "language": Rule(str, ("system", "en", "id")),
    "device": Rule(str, ("auto", "cpu", "gpu")),
    "model": _TEXT,
    "heat_visible": _FLAG,
    "heat_opacity": Rule(int, most=100),
    "heat_colours": Rule(str, ("viridis", "cividis", "inferno", "magma")),
    "heat_method": Rule(
        str, ("grad-cam", "grad-cam++", "layer-cam", "score-cam", "smooth-grad", "occlusion")
    ),
    "operating_point": _TEXT,
    "case_mix": Rule(str, form=f"{_SHARE}(?:,{_SHARE})*"),
    "thorough": _FLAG,
    "commit_first": _FLAG,
    "how_sure": _FLAG,
    "without_lesion": _FLAG,
    "similar": _FLAG,
    "atlas": _TEXT,
    "evidence": _FLAG,
    "filmstrip": _FLAG,
    "body_map": _FLAG,
    "lock_minutes": Rule(int, most=240),
    "archive": _TEXT,
    "clinic": _TEXT,
    "logo": _TEXT,
    "paper": Rule(str, ("system", "a4", "letter")),
    "report_without": Rule(str, form=f"{_PART}(?:,{_PART})*"),
}
"""By the name of the setting."""
