"""Options of all commands that need a model."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.engine import EngineRequest, open_classifier
from core.model import Bundle, Classifier, DeviceRequest
from core.paths import model_folder


def add_model_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--model``, ``--device`` and ``--engine``."""
    parser.add_argument(
        "--model", type=Path, metavar="DIR", help="the model bundle (default: the one that ships)"
    )
    parser.add_argument(
        "--device",
        choices=[str(request) for request in DeviceRequest],
        default=str(DeviceRequest.AUTO),
        help="what to run on (default: %(default)s, the GPU when there is one)",
    )
    parser.add_argument(
        "--engine",
        choices=[str(request) for request in EngineRequest],
        default=str(EngineRequest.AUTO),
        help="which runtime (default: %(default)s, the one that reaches a GPU or answers first)",
    )


def open_model(arguments: argparse.Namespace) -> Classifier:
    """Load what the options name.

    Raises
    ------
    LentigoError
        If the bundle, the device or the runtime cannot be used.
    """
    bundle = Bundle.load(arguments.model or model_folder())
    return open_classifier(
        bundle,
        device=DeviceRequest(arguments.device),
        engine=EngineRequest(arguments.engine),
    )
