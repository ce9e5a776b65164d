"""Options of all commands that need a model."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.commands.patient_options import add_patient_options, patient_of
from core.engine import EngineRequest, open_classifier
from core.installed.pointer import model_in_use
from core.language import say
from core.model import Bundle, Card, Classifier, DeviceRequest
from core.results import Precision
from core.trust.interpretation import DEFAULT_OPERATING_POINT, Interpretation
from core.trust.prevalence import parse_shares


def add_model_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--model``, ``--device`` and ``--engine``."""
    parser.add_argument(
        "--model",
        type=Path,
        metavar="DIR",
        help=say("the model bundle (default: the one that ships)"),
    )
    parser.add_argument(
        "--device",
        choices=[str(request) for request in DeviceRequest],
        default=str(DeviceRequest.AUTO),
        help=say("what to run on (default: %(default)s, the GPU when there is one)"),
    )
    parser.add_argument(
        "--engine",
        choices=[str(request) for request in EngineRequest],
        default=str(EngineRequest.AUTO),
        help=say(
            "which runtime (default: %(default)s, the one that reaches a GPU or answers first)"
        ),
    )


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add what says how answers are to be read, and of whom the images are."""
    parser.add_argument(
        "--thorough",
        action="store_true",
        help=say("analyse eight views of each image and say how far they agree (8 times as slow)"),
    )
    parser.add_argument(
        "--prevalence",
        type=_prevalence,
        metavar="CODE=SHARE,…",
        help=say(
            "your case mix, a share from 0 to 1 for each class (default: that of calibration)"
        ),
    )
    parser.add_argument(
        "--operating-point",
        default=DEFAULT_OPERATING_POINT,
        metavar="NAME",
        help=say('which threshold decides "malignant" (default: %(default)s)'),
    )
    add_patient_options(parser)


def _prevalence(text: str) -> dict[str, float]:
    try:
        return parse_shares(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            say("{text!r} is not CODE=SHARE,CODE=SHARE…", text=text)
        ) from None


def read_as_asked(classifier: Classifier, arguments: argparse.Namespace) -> None:
    """Have answers read as the options of `add_reading_options` say.

    Raises
    ------
    UsageError
        If the model cannot be read this way.
    """
    classifier.interpretation = interpretation_of(arguments, classifier.bundle.card)
    classifier.thorough = arguments.thorough


def interpretation_of(arguments: argparse.Namespace, card: Card) -> Interpretation:
    """Tell how answers are to be read; errors are as above."""
    interpretation = Interpretation(
        arguments.prevalence, arguments.operating_point, patient_of(arguments, card)
    )
    interpretation.require_fit(card.trust, codes=card.codes)
    return interpretation


def open_model(
    arguments: argparse.Namespace,
    *,
    precision: Precision = Precision.FLOAT32,
    bulk: bool = False,
) -> Classifier:
    """Load what the options name.

    Raises
    ------
    LentigoError
        If the bundle, the device or the runtime cannot be used.
    """
    bundle = Bundle.load(model_in_use(arguments.model))
    return open_classifier(
        bundle,
        device=DeviceRequest(arguments.device),
        engine=EngineRequest(arguments.engine),
        precision=precision,
        bulk=bulk,
    )
