"""Classes of other published sets: the nine of "Skin cancer ISIC", and ten diseases of the skin."""

from __future__ import annotations

from typing import Final

from core.language import marked
from core.taxonomy.classes import LesionClass, icd_10, icd_o_3

_ICD_10: Final = "ICD-10: WHO, International Classification of Diseases, 10th revision"
_ICD_O_3: Final = (
    "ICD-O-3: WHO and IARC, International Classification of Diseases for Oncology, 3rd edition"
)
_ISIC: Final = "Definition: the ISIC archive's diagnosis of this name, https://www.isic-archive.com"
_TEN: Final = "Definition: the folder of this name in the published set of ten skin diseases"

OTHER_SETS: Final[tuple[LesionClass, ...]] = (
    LesionClass(
        code="ak",
        name=marked("Actinic keratosis"),
        other_names=(marked("Solar keratosis"), marked("Actinic keratoses")),
        explanation=marked(
            "Rough, scaly patches on skin that has had much sun. They are a precursor that "
            "sometimes turns into squamous cell carcinoma, which is why they are usually "
            "treated. Sets that keep Bowen's disease apart do not count them as cancer."
        ),
        malignant=False,
        codes=(icd_10("L57.0", "Actinic keratosis"),),
        sources=(_ISIC, _ICD_10),
    ),
    LesionClass(
        code="scc",
        name=marked("Squamous cell carcinoma"),
        other_names=(marked("SCC"), marked("Spinalioma")),
        explanation=marked(
            "The second most common cancer of the skin, mostly on parts that have had much "
            "sun. It grows into the tissue around it and can spread to lymph nodes, so it "
            "is removed; found early, it is nearly always cured."
        ),
        malignant=True,
        codes=(
            icd_10("C44", "Other malignant neoplasms of skin"),
            icd_o_3("8070/3", "Squamous cell carcinoma, NOS"),
        ),
        sources=(_ISIC, _ICD_10, _ICD_O_3),
    ),
    LesionClass(
        code="sk",
        name=marked("Seborrhoeic keratosis"),
        other_names=(
            marked("Seborrheic keratosis"),
            marked("Seborrheic keratoses"),
            marked("Senile wart"),
        ),
        explanation=marked(
            "A harmless, waxy growth of the outer skin that looks stuck on and becomes "
            "common with age. It needs no treatment, but a dark one can look like a "
            "melanoma, and then a biopsy decides."
        ),
        malignant=False,
        codes=(icd_10("L82", "Seborrhoeic keratosis"),),
        sources=(_ISIC, _ICD_10),
    ),
    LesionClass(
        code="pbk",
        name=marked("Pigmented benign keratosis"),
        other_names=(marked("Benign keratosis"),),
        explanation=marked(
            "Harmless, pigmented growths and spots of the outer skin that become common "
            "with age, such as seborrhoeic keratosis and solar lentigo. The archive uses "
            "this name where they were not told apart further."
        ),
        malignant=False,
        codes=(icd_10("L82", "Seborrhoeic keratosis"),),
        sources=(_ISIC, _ICD_10),
    ),
    LesionClass(
        code="atopic_dermatitis",
        name=marked("Atopic dermatitis"),
        other_names=(marked("Atopic eczema"), marked("Neurodermatitis")),
        explanation=marked(
            "A long-lasting, itching inflammation of the skin that often begins in "
            "childhood and comes and goes. It is not contagious. Moisturising and "
            "treatment of flares keep it in check."
        ),
        malignant=False,
        codes=(icd_10("L20", "Atopic dermatitis"),),
        sources=(_TEN, _ICD_10),
    ),
    LesionClass(
        code="eczema",
        name=marked("Eczema"),
        other_names=(marked("Dermatitis"),),
        explanation=marked(
            "An inflammation of the skin with redness, itching, and weeping or scaling, of "
            "many causes, among them contact with something that irritates. It is not "
            "contagious. Treatment depends on the cause."
        ),
        malignant=False,
        codes=(icd_10("L30", "Other dermatitis"),),
        sources=(_TEN, _ICD_10),
    ),
    LesionClass(
        code="fungal_infection",
        name=marked("Fungal infection of the skin"),
        other_names=(marked("Tinea"), marked("Ringworm"), marked("Candidiasis")),
        explanation=marked(
            "An infection with fungi that live on the skin, such as ringworm, athlete's "
            "foot or candida. It can pass to others and is treated with creams or tablets. "
            "A scraping under the microscope confirms it."
        ),
        malignant=False,
        codes=(
            icd_10("B35", "Dermatophytosis"),
            icd_10("B37.2", "Candidiasis of skin and nail"),
        ),
        sources=(_TEN, _ICD_10),
    ),
    LesionClass(
        code="viral_infection",
        name=marked("Viral infection of the skin"),
        other_names=(marked("Warts"), marked("Molluscum contagiosum")),
        explanation=marked(
            "Growths that a virus causes in the skin, such as warts and molluscum "
            "contagiosum. They can pass to others, often go away by themselves, and can be "
            "treated where they bother."
        ),
        malignant=False,
        codes=(icd_10("B07", "Viral warts"), icd_10("B08.1", "Molluscum contagiosum")),
        sources=(_TEN, _ICD_10),
    ),
    LesionClass(
        code="psoriasis",
        name=marked("Psoriasis and lichen planus"),
        other_names=(marked("Psoriasis"), marked("Lichen planus")),
        explanation=marked(
            "Two long-lasting inflammations of the skin that the set does not tell apart: "
            "psoriasis, with sharply bounded, silvery scaling plaques, and lichen planus, "
            "with flat, violet, itching papules. Neither is contagious; both can be "
            "treated."
        ),
        malignant=False,
        codes=(icd_10("L40", "Psoriasis"), icd_10("L43", "Lichen planus")),
        sources=(_TEN, _ICD_10),
    ),
    LesionClass(
        code="benign_tumour",
        name=marked("Seborrhoeic keratosis and other benign tumours"),
        other_names=(marked("Benign tumours"),),
        explanation=marked(
            "Harmless growths of the skin of several kinds, seborrhoeic keratosis the most "
            "common of them. They need no treatment unless they bother their owner or "
            "change."
        ),
        malignant=False,
        codes=(
            icd_10("L82", "Seborrhoeic keratosis"),
            icd_10("D23", "Other benign neoplasms of skin"),
        ),
        sources=(_TEN, _ICD_10),
    ),
)
