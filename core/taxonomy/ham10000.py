"""The seven classes of HAM10000, from which our own training and tests start."""

from __future__ import annotations

from typing import Final

from core.language import marked
from core.taxonomy.classes import LesionClass, icd_10, icd_o_3, snomed

_SOURCES: Final = (
    "Definition: Tschandl et al., Sci. Data 5, 180161 (2018), doi:10.1038/sdata.2018.161",
    "ICD-10: WHO, International Classification of Diseases, 10th revision",
    "ICD-O-3: WHO and IARC, International Classification of Diseases for Oncology, 3rd edition",
    "SNOMED CT: SNOMED International, International Edition",
)

HAM10000: Final[tuple[LesionClass, ...]] = (
    LesionClass(
        code="akiec",
        name=marked("Actinic keratosis / Bowen's disease"),
        other_names=(
            marked("Solar keratosis"),
            marked("Intraepithelial carcinoma"),
            marked("Squamous cell carcinoma in situ"),
        ),
        explanation=marked(
            "Rough, scaly patches in the outermost layer of the skin, mostly where it has "
            "had much sun. The class joins two conditions: actinic keratosis, a precursor "
            "that sometimes turns into squamous cell carcinoma, and Bowen's disease, a "
            "carcinoma in situ, that is, cancer cells that have not grown beyond that "
            "outermost layer. It is counted with the malignant classes because part of it "
            "is cancer already, because either can become invasive, and because a picture "
            "alone does not tell them apart reliably. Both are usually treated, often "
            "without surgery."
        ),
        malignant=True,
        codes=(
            icd_10("L57.0", "Actinic keratosis"),
            icd_10("D04", "Carcinoma in situ of skin"),
            icd_o_3("8081/2", "Bowen disease"),
            snomed("201101007", "Actinic keratosis"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="bcc",
        name=marked("Basal cell carcinoma"),
        other_names=(marked("BCC"), marked("Basalioma"), marked("Rodent ulcer")),
        explanation=marked(
            "The most common cancer of the skin, mostly on parts that have had much sun. "
            "It grows slowly and very rarely spreads to other organs, but left alone it "
            "destroys the tissue around it. Found early, it can nearly always be cured."
        ),
        malignant=True,
        codes=(
            icd_10("C44", "Other malignant neoplasms of skin"),
            icd_o_3("8090/3", "Basal cell carcinoma, NOS"),
            snomed("254701007", "Basal cell carcinoma of skin"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="bkl",
        name=marked("Benign keratosis-like lesion"),
        other_names=(
            marked("Seborrhoeic keratosis"),
            marked("Solar lentigo"),
            marked("Lichen planus-like keratosis"),
            marked("Age spot"),
        ),
        explanation=marked(
            "Harmless growths and spots of the outer skin that become common with age. The "
            "class joins seborrhoeic keratosis, which looks waxy and stuck on, solar "
            "lentigo, a flat brown sun spot, and lichen planus-like keratosis, which is "
            "one of these two when it is inflamed and fading. None of them needs "
            "treatment, but they can look like a melanoma, and then a biopsy decides."
        ),
        malignant=False,
        codes=(
            icd_10("L82", "Seborrhoeic keratosis"),
            icd_10("L81.4", "Other melanin hyperpigmentation"),
            snomed("398838000", "Seborrheic keratosis"),
            snomed("72100002", "Solar lentigo"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="df",
        name=marked("Dermatofibroma"),
        other_names=(marked("Benign fibrous histiocytoma of skin"),),
        explanation=marked(
            "A small, firm, harmless knot in the skin, often brownish with a paler centre "
            "and most common on the legs. It may follow a minor injury such as an insect "
            "bite. It needs no treatment unless it bothers its owner or changes."
        ),
        malignant=False,
        codes=(
            icd_10("D23", "Other benign neoplasms of skin"),
            icd_o_3("8832/0", "Dermatofibroma, NOS"),
            snomed("254750001", "Fibrous histiocytoma of skin"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="mel",
        name=marked("Melanoma"),
        other_names=(marked("Malignant melanoma"), marked("Melanoma in situ")),
        explanation=marked(
            "A cancer of the cells that give the skin its colour, and the most dangerous "
            "of the classes here because it can spread to other organs. The class holds "
            "melanoma in situ, which has not grown beyond the outermost layer, as well as "
            "invasive melanoma. Removed early it is usually cured, so any suspicion "
            "deserves prompt examination."
        ),
        malignant=True,
        codes=(
            icd_10("C43", "Malignant melanoma of skin"),
            icd_10("D03", "Melanoma in situ"),
            icd_o_3("8720/3", "Malignant melanoma, NOS"),
            icd_o_3("8720/2", "Melanoma in situ"),
            snomed("93655004", "Malignant melanoma of skin"),
            snomed("109266006", "Melanoma in situ of skin"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="nv",
        name=marked("Melanocytic nevus"),
        other_names=(marked("Mole"), marked("Naevus")),
        explanation=marked(
            "An ordinary mole: a harmless cluster of the cells that give the skin its "
            "colour. Most people have many, of many shapes and shades, and most never "
            "change into anything else. A mole that is new in later life, that changes, or "
            "that looks unlike its neighbours should be examined."
        ),
        malignant=False,
        codes=(
            icd_10("D22", "Melanocytic naevi"),
            icd_o_3("8720/0", "Melanocytic nevus"),
            snomed("400096001", "Melanocytic nevus"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="vasc",
        name=marked("Vascular lesion"),
        other_names=(
            marked("Cherry angioma"),
            marked("Angiokeratoma"),
            marked("Pyogenic granuloma"),
            marked("Haemorrhage"),
        ),
        explanation=marked(
            "A harmless change of small blood vessels in the skin, red to purple or nearly "
            "black. The class joins cherry angiomas, angiokeratomas, pyogenic granulomas, "
            "which grow fast and bleed easily, and bleeding under the skin. A lesion that "
            "grows or bleeds should be examined, because a melanoma without pigment can "
            "look alike."
        ),
        malignant=False,
        codes=(
            icd_10("D18.0", "Haemangioma, any site"),
            icd_10("L98.0", "Pyogenic granuloma"),
            icd_o_3("9120/0", "Haemangioma, NOS"),
            icd_o_3("9141/0", "Angiokeratoma"),
            snomed("400210000", "Hemangioma"),
            snomed("254788004", "Angiokeratoma of skin"),
        ),
        sources=_SOURCES,
    ),
)
