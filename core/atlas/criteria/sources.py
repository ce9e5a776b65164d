"""The publications that the criteria come from."""

from __future__ import annotations

from typing import Final

from core.atlas.criteria.criterion import Source

KITTLER: Final = Source(
    "Kittler et al., J. Am. Acad. Dermatol. 74:1093-1106 (2016)", "10.1016/j.jaad.2015.12.038"
)
ARGENZIANO: Final = Source(
    "Argenziano et al., J. Am. Acad. Dermatol. 48:679-693 (2003)", "10.1067/mjd.2003.281"
)
MENZIES: Final = Source(
    "Menzies et al., Arch. Dermatol. 136:1012-1016 (2000)", "10.1001/archderm.136.8.1012"
)
ALTAMURA: Final = Source(
    "Altamura et al., J. Am. Acad. Dermatol. 62:67-75 (2010)", "10.1016/j.jaad.2009.05.035"
)
KATO: Final = Source("Kato et al., Front. Med. 6:180 (2019)", "10.3389/fmed.2019.00180")
LIN: Final = Source("Lin et al., Dermatol. Pract. Concept. 4(2):2 (2014)", "10.5826/dpc.0402a02")
BALCERE: Final = Source("Balcere, in: Dermatoscopy, IntechOpen (2021)", "10.5772/intechopen.98875")

TERMS: Final = (KITTLER, ARGENZIANO)
"""The two consensus papers, which define the terms."""
