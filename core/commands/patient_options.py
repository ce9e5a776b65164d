"""Options that say of whom the images are, so that evidence is of patients like them."""

from __future__ import annotations

import argparse
import math

from core.errors import UsageError
from core.language import say
from core.model import Card
from core.trust.counts import EvidenceCounts
from core.trust.patient import Patient, age_group, site_words

_OLDEST = 150


def add_patient_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--site`` and ``--age``."""
    parser.add_argument(
        "--site",
        metavar="NAME",
        help=say("where on the body the lesions are, to narrow the evidence: back, leg, face …"),
    )
    parser.add_argument(
        "--age",
        type=_years,
        metavar="YEARS",
        help=say("how old the patient is, to narrow it as well"),
    )


def patient_of(arguments: argparse.Namespace, card: Card) -> Patient:
    """Return what the options of `add_patient_options` state.

    Raises
    ------
    UsageError
        If the model's card has no counts to narrow, or none of this site.
    """
    if arguments.site is None and arguments.age is None:
        return Patient()
    if card.evidence is None:
        raise UsageError(say("This model's card has no evidence, so there is none to narrow."))
    return Patient(
        site=None if arguments.site is None else _site(arguments.site, card.evidence),
        age=None if arguments.age is None else age_group(arguments.age),
    )


def _site(name: str, counts: EvidenceCounts) -> str:
    wanted = name.strip().lower()
    for site in counts.sites:
        if wanted in {site.lower(), site_words(site)}:
            return site
    known = ", ".join(sorted(site_words(site) for site in counts.sites)) or "none"
    raise UsageError(
        say("There is no evidence on the site {name!r}. It has: {known}.", name=name, known=known),
        value=name,
    )


def _years(text: str) -> float:
    years = float(text)
    if not math.isfinite(years) or not 0 <= years <= _OLDEST:
        raise argparse.ArgumentTypeError(say("{text!r} is not an age in years", text=text))
    return years
