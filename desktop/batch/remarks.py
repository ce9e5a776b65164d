"""Words for the codes that a table holds, where the sentences behind them would be too long."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark, tr

_WORDS: Final = {
    "too_small": mark("Too small"),
    "blurred": mark("Blurred"),
    "too_dark": mark("Too dark"),
    "too_bright": mark("Too bright"),
    "colour_cast": mark("Colour cast"),
    "heavy_hair": mark("Much hair"),
    "ink": mark("Ink"),
    "ruler": mark("Ruler"),
    "black_frame": mark("Black frame"),
    "lesion_cut_off": mark("Lesion cut off"),
    "lesion_tiny": mark("Tiny lesion"),
    "first_frame": mark("First frame only"),
    "alpha_flattened": mark("Transparency removed"),
    "profile_ignored": mark("Colour profile not used"),
    "metadata_damaged": mark("Damaged metadata"),
    "range_stretched": mark("Grey values stretched"),
    "reduced": mark("Reduced in size"),
}


def remark_words(code: str) -> str:
    """Say a code; one that nobody has words for, as another version's, is said as it is."""
    return tr(_WORDS[code]) if code in _WORDS else code.replace("_", " ").capitalize()
