"""What is kept of a finding, and what machines get."""

from __future__ import annotations

from core.cases.records import StoredAnalysis
from core.language import Language, say, use
from core.report.finding_words import warnings_in
from core.report.values import finding_values
from core.results import Caution
from core.trust.quality.limits import LIMITS, QualityCode
from core.trust.verdicts import QualityFinding
from tests.desktop.fakes import make_analysis, make_card


def test_what_is_kept_is_english_and_is_shown_in_the_language_in_use() -> None:
    use(Language.INDONESIAN)
    caution = Caution("edges_not_seen", say("The file is empty."))
    blurred = QualityFinding(str(QualityCode.BLURRED), LIMITS[QualityCode.BLURRED].message)
    analysis = make_analysis(make_card(), cautions=(caution,), quality=(blurred,))
    values = finding_values(analysis, label="Melanoma")
    assert values["warnings"][0]["message"] == "The file is empty."
    assert values["quality"][0]["message"].startswith("The picture is blurred")
    kept = StoredAnalysis(
        image_id="i", model_name="m", model_version="1", model_sha256="0" * 64,
        finding="mel", probability=0.62, malignant=0.7, content=values,
    )  # fmt: skip
    shown = list(warnings_in(kept))
    assert shown[0] == "Berkas kosong."
    assert shown[1].startswith("Gambar kabur")
