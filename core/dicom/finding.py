"""A finding as a structured report: classes, probabilities, warnings, and the heat map.

The report follows DICOM's template for measurements (TID 1500 and 1501): one group of the image,
its finding, the probability of each class in percent, and what a reader should know as comments.
The heat map is referred to as visual explanation. It is preliminary: nobody has verified it.

References
----------
.. [1] NEMA, DICOM PS3.16, TID 1500 and TID 1501,
   https://dicom.nema.org/medical/dicom/current/output/html/part16.html.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from highdicom.sr import (
    AlgorithmIdentification,
    Comprehensive3DSR,
    DeviceObserverIdentifyingAttributes,
    ImageContentItem,
    Measurement,
    MeasurementReport,
    MeasurementsAndQualitativeEvaluations,
    ObservationContext,
    ObserverContext,
    RelationshipTypeValues,
    SourceImageForMeasurementGroup,
    TextContentItem,
    TrackingIdentifier,
)
from pydicom import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import generate_uid
from pydicom.valuerep import DA, TM

from core.dicom.objects import MAKER, PRODUCT, SCHEME, sign, software_version
from core.dicom.subject import Subject
from core.language import in_english
from core.model import STATEMENT, Card
from core.report.trust_words import warnings_of
from core.results import Analysis
from core.taxonomy.classes import CodeSystem, LesionClass

_PROCEDURE: Final = Code("SECOND-LOOK", SCHEME, "Classification of a skin lesion by software")
_OBSERVER: Final = "2.25.240187410117246023146325834370236478093"
"""Lentigo as an observer: the same for all its copies, so that it identifies nobody."""


def structured_report(
    analysis: Analysis,
    card: Card,
    subject: Subject,
    *,
    image: Dataset,
    overlay: Dataset,
    made: datetime,
) -> Dataset:
    """Return the report of one image.

    Parameters
    ----------
    analysis : Analysis
        Of the image.
    card : Card
        Of the model that made it.
    subject : Subject
        Whose the image is.
    image, overlay : Dataset
        The DICOM objects of the image and of its heat map.
    made : datetime
        When the report is written.
    """
    group = _group(analysis, card, image=image, overlay=overlay)
    content = MeasurementReport(
        observation_context=ObservationContext(observer_device_context=_observer()),
        procedure_reported=_PROCEDURE,
        imaging_measurements=[group],
        title=codes.DCM.ImagingMeasurementReport,
    )
    with warnings.catch_warnings():
        # highdicom warns of names of one part, which the archive has given the patient.
        warnings.simplefilter("ignore", UserWarning)
        report = Comprehensive3DSR(
            evidence=[image, overlay],
            content=content[0],
            series_instance_uid=generate_uid(prefix=None),
            series_number=3,
            sop_instance_uid=generate_uid(prefix=None),
            instance_number=1,
            manufacturer=MAKER,
            is_complete=True,
            is_final=False,
            is_verified=False,
            record_evidence=True,
        )
    subject.put_on(report)
    sign(report)
    report.CodingSchemeIdentificationSequence = [_scheme()]
    report.SeriesDescription = f"{PRODUCT}: finding"
    report.ContentDate, report.ContentTime = DA(made.date()), TM(made.time().replace(microsecond=0))
    return report


def _scheme() -> Dataset:
    """Say whose the private codes are."""
    scheme = Dataset()
    scheme.CodingSchemeDesignator = SCHEME
    scheme.CodingSchemeName = "Classes and figures of Lentigo"
    scheme.CodingSchemeResponsibleOrganization = MAKER
    return scheme


def _observer() -> ObserverContext:
    return ObserverContext(
        observer_type=codes.DCM.Device,
        observer_identifying_attributes=DeviceObserverIdentifyingAttributes(
            uid=_OBSERVER, manufacturer_name=MAKER, model_name=PRODUCT, name=software_version()
        ),
    )


def _group(
    analysis: Analysis, card: Card, *, image: Dataset, overlay: Dataset
) -> MeasurementsAndQualitativeEvaluations:
    group = MeasurementsAndQualitativeEvaluations(
        tracking_identifier=TrackingIdentifier(
            uid=generate_uid(prefix=None), identifier="Image as a whole"
        ),
        finding_type=class_code(card.entry(analysis.finding)),
        algorithm_id=AlgorithmIdentification(
            name=card.name,
            version=card.version,
            parameters=[f"SHA-256 of the weights: {analysis.model.sha256}"],
        ),
        finding_sites=None,
        measurements=_probabilities(analysis, card),
        source_images=[SourceImageForMeasurementGroup.from_source_image(image)],
    )
    group[0].ContentSequence.extend(_comments([*map(in_english, warnings_of(analysis)), STATEMENT]))
    group[0].ContentSequence.append(
        ImageContentItem(
            name=codes.DCM.VisualExplanation,
            referenced_sop_class_uid=overlay.SOPClassUID,
            referenced_sop_instance_uid=overlay.SOPInstanceUID,
            relationship_type=RelationshipTypeValues.CONTAINS,
        )
    )
    return group


def _probabilities(analysis: Analysis, card: Card) -> list[Measurement]:
    found = [
        Measurement(
            name=_probability_of(card.entry(code)),
            value=round(100 * probability, 2),
            unit=codes.UCUM.Percent,
        )
        for code, probability in analysis.probabilities.items()
    ]
    together = Measurement(
        name=codes.DCM.ProbabilityOfCancer,
        value=round(100 * min(analysis.malignant, 1.0), 2),
        unit=codes.UCUM.Percent,
    )
    return [*found, together]


def _probability_of(lesion_class: LesionClass) -> Code:
    code = f"P-{lesion_class.code}".upper()[:16]
    return Code(code, SCHEME, f"Probability of {lesion_class.name}"[:64])


def class_code(lesion_class: LesionClass) -> Code:
    """Return the code of a class: SNOMED CT's, if one concept is all of it, else our own."""
    concept = lesion_class.sole_code(CodeSystem.SNOMED_CT)
    if concept is not None:
        return Code(concept.value, "SCT", concept.display[:64])
    return Code(lesion_class.code.upper()[:16], SCHEME, lesion_class.name[:64])


def _comments(sentences: Iterable[str]) -> list[TextContentItem]:
    return [
        TextContentItem(
            name=codes.DCM.Comment,
            value=sentence,
            relationship_type=RelationshipTypeValues.CONTAINS,
        )
        for sentence in sentences
    ]
