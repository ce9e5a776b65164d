"""Criteria of what grows from keratinocytes: keratoses and carcinomas."""

from __future__ import annotations

from typing import Final

from core.atlas.criteria.criterion import Criterion
from core.atlas.criteria.sources import (
    ALTAMURA,
    ARGENZIANO,
    BALCERE,
    KATO,
    KITTLER,
    LIN,
    MENZIES,
    TERMS,
)
from core.language import marked

BASAL_CELL_CARCINOMA: Final = (
    Criterion(
        marked("Branched vessels"),
        marked("Thick, bright red, sharply focused vessels that branch into ever finer ones."),
        (*TERMS, MENZIES),
    ),
    Criterion(
        marked("Blue-grey ovoid nests"),
        marked("Large, sharply bounded blue-grey areas, larger than globules and not joined."),
        (*TERMS, MENZIES),
    ),
    Criterion(
        marked("Leaf-like areas"),
        marked("Brown or grey-blue lobes that join at a base, at the edge of the lesion."),
        (*TERMS, MENZIES),
    ),
    Criterion(
        marked("Spoke-wheel areas"),
        marked("Fine radial lines that meet at a darker centre."),
        (*TERMS, MENZIES),
    ),
    Criterion(
        marked("Ulceration"),
        marked(
            "Red or yellow-orange areas without structure, often with a crust, without an injury."
        ),
        (ARGENZIANO, MENZIES, ALTAMURA),
    ),
    Criterion(
        marked("No pigment network"),
        marked("Where there is a network, another diagnosis is far more likely."),
        (MENZIES,),
    ),
)

SEBORRHOEIC_KERATOSIS: Final = (
    Criterion(
        marked("Milia-like cysts"),
        marked("Small, round, white or yellowish dots that shine, mostly without polarised light."),
        TERMS,
    ),
    Criterion(
        marked("Comedo-like openings"),
        marked("Round or oval brown plugs of keratin in the surface."),
        TERMS,
    ),
    Criterion(
        marked("Ridges and fissures"),
        marked("Thick curved lines and furrows, as on the surface of a brain."),
        TERMS,
    ),
    Criterion(
        marked("Sharp, moth-eaten border"),
        marked("An abrupt edge with small round notches."),
        TERMS,
    ),
)

BENIGN_KERATOSIS: Final = (
    *SEBORRHOEIC_KERATOSIS,
    Criterion(
        marked("Fingerprint-like structures"),
        marked("Fine, light brown, parallel lines, mostly in a solar lentigo or a flat keratosis."),
        TERMS,
    ),
    Criterion(
        marked("Granular grey pattern"),
        marked("Evenly spread grey-brown dots where a keratosis goes back, as in a lichenoid one."),
        (KITTLER,),
    ),
)

ACTINIC_KERATOSIS: Final = (
    Criterion(
        marked("Red pseudonetwork"),
        marked("Redness between pale follicles, on the face like the surface of a strawberry."),
        (KITTLER, KATO, BALCERE),
    ),
    Criterion(
        marked("Targetoid follicles"),
        marked("Yellowish plugs of keratin in follicles, each with a white halo."),
        (KATO, BALCERE),
    ),
    Criterion(
        marked("Rosettes"),
        marked("Four bright points like a clover leaf, which only polarised light shows."),
        (KITTLER, BALCERE),
    ),
    Criterion(
        marked("Surface scale"),
        marked("White or yellow scale over reddened skin."),
        (KATO, BALCERE),
    ),
)

ACTINIC_KERATOSIS_AND_BOWEN: Final = (
    *ACTINIC_KERATOSIS,
    Criterion(
        marked("Coiled (glomerular) vessels"),
        marked("Groups of tightly coiled vessels, with scale, in Bowen's disease."),
        (KITTLER, KATO),
    ),
    Criterion(
        marked("Brown dots in lines"),
        marked("Small brown or grey dots in rows towards the edge of a pigmented Bowen's disease."),
        (KITTLER, KATO),
    ),
)

SQUAMOUS_CELL_CARCINOMA: Final = (
    Criterion(
        marked("Central mass of keratin"),
        marked("Yellow-white to light brown keratin without structure in the middle."),
        (KATO, LIN),
    ),
    Criterion(
        marked("White circles"),
        marked("Bright white rings around follicles that are filled with keratin."),
        (KITTLER, KATO),
    ),
    Criterion(
        marked("Hairpin and linear irregular vessels"),
        marked("Vessels of various kinds, often looped and with a white halo, towards the edge."),
        (KATO, LIN),
    ),
    Criterion(
        marked("White areas without structure"),
        marked("Whitish areas in which neither vessels nor other structures are seen."),
        (KITTLER, LIN),
    ),
    Criterion(
        marked("Ulceration and blood spots"),
        marked("Small bleedings in the keratin, and ulcers."),
        (KATO, LIN),
    ),
)
