"""A finding as a preliminary DiagnosticReport of FHIR R4.

Its observations (the finding, the probability of each class) and the software are contained in it,
so that it can be sent as one resource. It is validated while it is built.

References
----------
.. [1] HL7, FHIR Release 4, DiagnosticReport, https://hl7.org/fhir/R4/diagnosticreport.html. The
   resource is the same in R4B, whose model of `fhir.resources` is used.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import datetime
from importlib import metadata
from typing import Any, Final

from fhir.resources.R4B.diagnosticreport import DiagnosticReport

from core.language import in_english
from core.model import STATEMENT, Card
from core.report.order import Order
from core.report.trust_words import warnings_of
from core.results import Analysis
from core.taxonomy.classes import CodeSystem, LesionClass

_SNOMED: Final = "http://snomed.info/sct"
_ACCESSION: Final = {
    "system": "http://terminology.hl7.org/CodeSystem/v2-0203",
    "code": "ACSN",
    "display": "Accession ID",
}
_STATUS: Final = "preliminary"
_TITLE: Final = "Classification of a skin lesion by software"


def diagnostic_report(
    analysis: Analysis,
    card: Card,
    *,
    overlay: bytes,
    made: datetime,
    patient_id: str = "",
    order: Order | None = None,
) -> bytes:
    """Return the report as JSON.

    Parameters
    ----------
    analysis : Analysis
        Of the image.
    card : Card
        Of the model that made it.
    overlay : bytes
        PNG of the heat map over the picture.
    made : datetime
        When the report is written, with its time zone.
    patient_id : str
        A pseudonym; empty for none.
    order : Order, optional
        What the report answers; contained in it as a request.
    """
    subject = {"subject": {"identifier": {"value": patient_id}}} if patient_id else {}
    requests = [] if not order else [_request(order, subject)]
    observations = list(_observations(analysis, card, subject))
    entry = card.entry(analysis.finding)
    report = DiagnosticReport.model_validate(
        {
            "status": _STATUS,
            "code": {"text": _TITLE},
            **subject,
            **({"basedOn": [{"reference": "#order"}]} if requests else {}),
            "issued": made.isoformat(timespec="seconds"),
            "contained": [_device(analysis, card), *requests, *observations],
            "result": [{"reference": f"#{each['id']}"} for each in observations],
            "conclusion": _conclusion(analysis, card),
            "conclusionCode": [_concept(entry)],
            "presentedForm": [
                {
                    "contentType": "image/png",
                    "title": f"Evidence for {entry.name}",
                    "data": base64.b64encode(overlay).decode(),
                }
            ],
        }
    )
    text: str = report.model_dump_json(indent=2)
    return text.encode() + b"\n"


def _conclusion(analysis: Analysis, card: Card) -> str:
    share = analysis.probabilities[analysis.finding]
    finding = f"{card.entry(analysis.finding).name}, probability {share:.0%}."
    return " ".join([finding, *map(in_english, warnings_of(analysis)), STATEMENT])


def _request(order: Order, subject: dict[str, Any]) -> dict[str, Any]:
    """Return the order as far as it is known, which is not whether it is still open."""
    number = {"type": {"coding": [_ACCESSION]}, "value": order.accession}
    return {
        "resourceType": "ServiceRequest",
        "id": "order",
        "status": "unknown",
        "intent": "order",
        "subject": subject.get("subject", {"display": "not stated"}),
        **({"identifier": [number]} if order.accession else {}),
        **({"requester": {"display": order.physician_in_words}} if order.physician else {}),
    }


def _device(analysis: Analysis, card: Card) -> dict[str, Any]:
    return {
        "resourceType": "Device",
        "id": "software",
        "manufacturer": "Lentigo project",
        "deviceName": [{"name": "Lentigo", "type": "user-friendly-name"}],
        "version": [
            {"value": metadata.version("lentigo")},
            {"type": {"text": card.name}, "value": card.version},
            {"type": {"text": "SHA-256 of the weights"}, "value": analysis.model.sha256},
        ],
    }


def _observations(
    analysis: Analysis, card: Card, subject: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    shared = {
        "resourceType": "Observation",
        "status": _STATUS,
        **subject,
        "device": {"reference": "#software"},
    }
    for code, probability in analysis.probabilities.items():
        entry = card.entry(code)
        yield shared | {
            "id": f"probability-{code}".replace("_", "-"),
            "code": {"text": f"Probability of {entry.name}"},
            **_percent(probability),
        }
    yield shared | {
        "id": "probability-malignant",
        "code": {"text": "Probability of a malignant class"},
        **_percent(min(analysis.malignant, 1.0)),
    }


def _percent(share: float) -> dict[str, Any]:
    quantity = {
        "value": round(100 * share, 2),
        "unit": "%",
        "system": "http://unitsofmeasure.org",
        "code": "%",
    }
    return {"valueQuantity": quantity}


def _concept(entry: LesionClass) -> dict[str, Any]:
    """Return a class as words, and by the concept that is all of it, if there is one."""
    code = entry.sole_code(CodeSystem.SNOMED_CT)
    if code is None:
        return {"text": entry.name}
    coding = {"system": _SNOMED, "code": code.value, "display": code.display}
    return {"text": entry.name, "coding": [coding]}
