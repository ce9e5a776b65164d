"""What data sets call their classes, and what they mean."""

from __future__ import annotations

import pytest

from core.taxonomy import HAM10000, KNOWN, code_among, known_class

ISIC_FOLDERS = {
    "actinic keratosis": "ak",
    "basal cell carcinoma": "bcc",
    "dermatofibroma": "df",
    "melanoma": "mel",
    "nevus": "nv",
    "pigmented benign keratosis": "pbk",
    "seborrheic keratosis": "sk",
    "squamous cell carcinoma": "scc",
    "vascular lesion": "vasc",
}
TEN_FOLDERS = {
    "1. Eczema 1677": "eczema",
    "2. Melanoma 15.75k": "mel",
    "3. Atopic Dermatitis - 1.25k": "atopic_dermatitis",
    "4. Basal Cell Carcinoma (BCC) 3323": "bcc",
    "5. Melanocytic Nevi (NV) - 7970": "nv",
    "6. Benign Keratosis-like Lesions (BKL) 2624": "bkl",
    "7. Psoriasis pictures Lichen Planus and related diseases - 2k": "psoriasis",
    "8. Seborrheic Keratoses and other Benign Tumors - 1.8k": "benign_tumour",
    "9. Tinea Ringworm Candidiasis and other Fungal Infections - 1.7k": "fungal_infection",
    "10. Warts Molluscum and other Viral Infections - 2103": "viral_infection",
}
INDONESIAN = {
    "Eksim": "eczema",
    "Dermatitis Atopik": "atopic_dermatitis",
    "Karsinoma Sel Basal": "bcc",
    "Infeksi_Jamur": "fungal_infection",
    "infeksi virus": "viral_infection",
    "Tumor Jinak": "benign_tumour",
}


@pytest.mark.parametrize(("name", "code"), [
    *ISIC_FOLDERS.items(), *TEN_FOLDERS.items(), *INDONESIAN.items(),
])  # fmt: skip
def test_folders_of_published_sets(name: str, code: str) -> None:
    found = known_class(name)
    assert found is not None
    assert found.code == code


def test_each_class_is_found_by_its_code_and_its_full_name() -> None:
    for entry in KNOWN.values():
        assert known_class(entry.code.upper()) is entry
        assert known_class(entry.name) is entry


def test_what_is_not_described_is_not_guessed() -> None:
    assert known_class("Alopecia 300") is None
    assert known_class("12") is None
    assert known_class("") is None


def test_no_code_stands_twice() -> None:
    assert len(KNOWN) == len(HAM10000) + 10


def test_a_class_that_is_a_part_of_another_counts_to_it() -> None:
    codes = [entry.code for entry in HAM10000]
    assert [code_among(codes, code) for code in ("mel", "ak", "sk", "pbk")] == [
        "mel",
        "akiec",
        "bkl",
        "bkl",
    ]
    assert code_among(codes, "scc") is None
    assert code_among(["ak", "akiec"], "ak") == "ak"
