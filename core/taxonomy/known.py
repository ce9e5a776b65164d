"""Finding a class by any of the names that published sets give it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from core.taxonomy.classes import LesionClass
from core.taxonomy.ham10000 import HAM10000
from core.taxonomy.other_sets import OTHER_SETS

KNOWN: Final = {entry.code: entry for entry in (*HAM10000, *OTHER_SETS)}
"""All classes described here, by code."""

_MORE_NAMES: Final = {
    "akiec": ("actinic keratoses and intraepithelial carcinoma",),
    "nv": (
        "melanocytic nevi",
        "nevus",
        "nevi",
        "naevi",
        "moles",
        "nevus melanositik",
        "tahi lalat",
    ),
    "mel": ("melanomas",),
    "bcc": ("basal cell carcinomas", "karsinoma sel basal"),
    "bkl": ("benign keratosis like lesions", "keratosis jinak"),
    "vasc": ("vascular lesions", "vascular tumors"),
    "ak": ("keratosis aktinik",),
    "sk": ("keratosis seboroik",),
    "scc": ("karsinoma sel skuamosa",),
    "atopic_dermatitis": ("dermatitis atopik", "atopic dermatitis photos"),
    "eczema": ("eksim", "ekzema", "eczema photos"),
    "fungal_infection": (
        "tinea ringworm candidiasis and other fungal infections",
        "fungal infections",
        "infeksi jamur",
        "kurap kandidiasis dan infeksi jamur lainnya",
    ),
    "viral_infection": (
        "warts molluscum and other viral infections",
        "warts",
        "viral infections",
        "infeksi virus",
        "kutil moluskum dan infeksi virus lainnya",
    ),
    "psoriasis": (
        "psoriasis pictures lichen planus and related diseases",
        "psoriasis lichen planus and related diseases",
        "psoriasis liken planus dan penyakit terkait",
    ),
    "benign_tumour": (
        "seborrheic keratoses and other benign tumors",
        "benign tumors",
        "benign tumours",
        "tumor jinak",
        "keratosis seboroik dan tumor jinak lainnya",
    ),
}


_PART_OF: Final = {"ak": "akiec", "sk": "bkl", "pbk": "bkl"}


def code_among(codes: Collection[str], code: str) -> str | None:
    """Find the class that a set of classes has for one of another set.

    Parameters
    ----------
    codes : collection of str
        Codes of the classes there are.
    code : str
        Of a class, maybe of another set.

    Returns
    -------
    str or None
        The same class, else one that it is a part of: HAM10000 counts actinic keratoses with
        Bowen's disease, and seborrhoeic keratoses with other benign ones [1]_. None where there is
        neither.

    References
    ----------
    .. [1] Tschandl, Rosendahl, Kittler, "The HAM10000 dataset", Scientific Data 5:180161, 2018,
       doi:10.1038/sdata.2018.161, "Categories".
    """
    return next((one for one in (code, _PART_OF.get(code)) if one in codes), None)


def known_class(name: str) -> LesionClass | None:
    """Find the class that a data set means by a name.

    Parameters
    ----------
    name : str
        A code, a full name or another name, in English or Indonesian, as a folder or a table has
        it: case, punctuation, a leading number and a trailing count do not matter.

    Returns
    -------
    LesionClass or None
        None where no class described here is meant.
    """
    return _BY_NAME.get(plain_name(name))


def plain_name(name: str) -> str:
    """Reduce a folder's or table's name to its words: ``1. Eczema 1677`` is ``eczema``."""
    words = spelt_out(re.sub(r"\([^)]*\)", " ", name)).split()
    while len(words) > 1 and words[0].isdecimal():
        words = words[1:]
    while len(words) > 1 and re.fullmatch(r"\d+k?", words[-1]):
        words = words[:-1]
    return " ".join(words)


def spelt_out(name: str) -> str:
    """Reduce a name to its words and numbers, in small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("'s", "")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain))


def _names(entry: LesionClass) -> tuple[str, ...]:
    return (entry.code, entry.name, *_MORE_NAMES.get(entry.code, ()))


def _table() -> dict[str, LesionClass]:
    table = {plain_name(name): entry for entry in KNOWN.values() for name in _names(entry)}
    for entry in KNOWN.values():  # what is an own class somewhere is no synonym there
        for name in entry.other_names:
            table.setdefault(plain_name(name), entry)
    return table


_BY_NAME: Final = _table()
