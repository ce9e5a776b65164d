"""What tells look-alikes apart."""

from __future__ import annotations

from typing import Final

from core.atlas.criteria.criterion import Difference
from core.atlas.criteria.sources import BALCERE, KATO, KITTLER, LIN, MENZIES, TERMS
from core.language import marked

PAIRS: Final = (
    Difference(
        ("mel", "nv"),
        (
            marked("A nevus is alike on both sides in pattern and colour; a melanoma is not."),
            marked(
                "The network of a nevus is even and thins out at the edge; that of a "
                "melanoma varies and stops abruptly."
            ),
            marked(
                "A blue-white veil, regression, or vessels of several kinds speak for melanoma."
            ),
            marked(
                "Streaks all around a growing young lesion can be a nevus; in parts of the "
                "edge they speak for melanoma."
            ),
        ),
        TERMS,
    ),
    Difference(
        ("bkl", "mel"),
        (
            marked(
                "Many milia-like cysts, comedo-like openings and a sharp edge speak for a "
                "keratosis."
            ),
            marked(
                "A pigment network, streaks or a blue-white veil speak for melanoma, also "
                "where a few cysts are there."
            ),
            marked(
                "Grey dots are spread evenly where a keratosis goes back, and unevenly in "
                "the regression of a melanoma."
            ),
        ),
        TERMS,
    ),
    Difference(
        ("bcc", "mel"),
        (
            marked("A pigment network speaks against a basal cell carcinoma."),
            marked(
                "Leaf-like and spoke-wheel areas, ovoid nests and thick branched vessels "
                "speak for a basal cell carcinoma."
            ),
            marked("Fine irregular and dotted vessels together speak for melanoma."),
        ),
        (*TERMS, MENZIES),
    ),
    Difference(
        ("bcc", "nv"),
        (
            marked(
                "Vessels of a basal cell carcinoma are sharp and branch; those of a dermal "
                "nevus are short, curved and blurred."
            ),
            marked("Ulceration without an injury speaks for a basal cell carcinoma."),
        ),
        (*TERMS, MENZIES),
    ),
    Difference(
        ("akiec", "bcc"),
        (
            marked(
                "Scale and coiled vessels in groups speak for Bowen's disease; branched "
                "vessels for a basal cell carcinoma."
            ),
            marked("A red pseudonetwork with targetoid follicles speaks for an actinic keratosis."),
        ),
        (KITTLER, KATO, BALCERE),
    ),
    Difference(
        ("bcc", "bkl"),
        (
            marked("Comedo-like openings and many milia-like cysts speak for a keratosis."),
            marked(
                "Blue-grey nests and sharply focused branched vessels speak for a basal "
                "cell carcinoma."
            ),
        ),
        (*TERMS, MENZIES),
    ),
    Difference(
        ("akiec", "bkl"),
        (
            marked(
                "On the face, targetoid follicles and rosettes speak for an actinic "
                "keratosis; fingerprint-like lines and a sharp, moth-eaten edge for a solar"
                " lentigo."
            ),
            marked("A surface of fissures and plugs speaks for a seborrhoeic keratosis."),
        ),
        (KITTLER, BALCERE),
    ),
    Difference(
        ("df", "nv"),
        (
            marked(
                "A white patch in the middle with a fine network around it speaks for a "
                "dermatofibroma, which is also felt to be hard."
            ),
            marked("The network of a nevus is as strong in the middle as elsewhere, or stronger."),
        ),
        (KITTLER,),
    ),
    Difference(
        ("df", "mel"),
        (
            marked(
                "In a dermatofibroma white lines stay within a central patch; in a melanoma"
                " they lie anywhere, with several colours."
            ),
            marked("A network that varies, or a white area off the centre, speaks for melanoma."),
        ),
        (KITTLER,),
    ),
    Difference(
        ("mel", "vasc"),
        (
            marked(
                "Lacunae have sharp edges and one colour each; the blue of a melanoma fades"
                " into other colours."
            ),
            marked(
                "Any network, dots or streaks beside the red or black areas speak for melanoma."
            ),
        ),
        TERMS,
    ),
    Difference(
        ("akiec", "scc"),
        (
            marked(
                "A central mass of keratin, white circles and looped vessels speak for "
                "invasive carcinoma."
            ),
            marked(
                "A red pseudonetwork alone, or coiled vessels under scale, stay within the "
                "outermost layer."
            ),
        ),
        (KITTLER, KATO, LIN),
    ),
    Difference(
        ("bkl", "nv"),
        (
            marked(
                "Cysts in great number, plugs and a sharp, notched edge speak for a "
                "keratosis; a network that thins out for a nevus."
            ),
            marked("Raised dermal nevi, too, have a few cysts, and comma vessels."),
        ),
        TERMS,
    ),
)
