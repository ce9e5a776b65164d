"""``lentigo info``: what is installed, which model answers, and on what it runs."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from dataclasses import asdict
from importlib import metadata
from typing import Any

from core.commands.model_options import add_model_options, open_model
from core.errors import LentigoError
from core.installed.pointer import model_in_use
from core.language import Language, again, current, marked, say, speaking
from core.model import STATEMENT, Bundle, Classifier
from core.model.card import Preprocessing
from core.paths import examples_folder

CODE_LICENCE = "Apache-2.0"
NAMES = (
    *(marked("lentigo"), marked("statement"), marked("licence"), marked("code"), marked("system")),
    *(marked("libraries"), marked("paths"), marked("model"), marked("examples"), marked("name")),
    *(marked("version"), marked("created"), marked("classes"), marked("input"), marked("data")),
    *(marked("balanced accuracy"), marked("limits"), marked("engine"), marked("device")),
    *(marked("processor"), marked("reason"), marked("error"), marked("kind"), marked("message")),
    *(marked("value"), marked("low"), marked("high"), marked("signature"), marked("public key")),
    marked("none"),
)
"""Of facts, as they are said to people."""
_LIBRARIES = ("keras", "numpy", "pillow", "pydicom", "PySide6-Essentials", "tf-keras-vis")
_RUNTIMES = ("onnxruntime", "onnxruntime-directml", "tensorflow-cpu", "tensorflow")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``info``."""
    parser.add_argument(
        "--json", action="store_true", help=say("one JSON object on standard output")
    )
    add_model_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print it.

    Returns
    -------
    int
        0; 1 if the model cannot be used, which the answer then says.
    """
    # Machines get English, whatever the user speaks.
    with speaking(Language.ENGLISH if arguments.json else current()):
        facts = _facts(arguments)
    text = json.dumps(facts, indent=2) if arguments.json else "\n".join(_lines(facts))
    sys.stdout.write(f"{text}\n")
    return int("error" in facts["model"])


def _facts(arguments: argparse.Namespace) -> dict[str, Any]:
    folder = model_in_use(arguments.model)
    facts: dict[str, Any] = {
        "lentigo": version(),
        "statement": STATEMENT,
        "licence": {"code": CODE_LICENCE},
        "python": platform.python_version(),
        "system": platform.platform(),
        "libraries": libraries(),
        "paths": {"model": str(folder), "examples": str(examples_folder())},
    }
    try:
        classifier = open_model(arguments)
    except LentigoError as error:
        return facts | {"model": {"error": {"kind": error.kind, "message": error.message}}}
    facts["licence"]["model"] = classifier.bundle.card.licence
    return facts | {"model": _model(classifier), "engine": _engine(classifier)}


def _model(classifier: Classifier) -> dict[str, Any]:
    card = classifier.bundle.card
    return {
        "name": card.name,
        "version": card.version,
        "sha256": classifier.bundle.sha256,
        "signature": _signature(classifier.bundle),
        "created": card.created,
        "classes": {entry.code: entry.name for entry in card.classes},
        "input": _input(card.preprocessing),
        "data": [source.name for source in card.data],
        "balanced_accuracy": card.metrics.get("balanced_accuracy"),
        "limits": list(card.limits),
    }


def _signature(bundle: Bundle) -> dict[str, str] | None:
    signature = bundle.signature
    return None if signature is None else asdict(signature)


def _input(preprocessing: Preprocessing) -> str:
    return say(
        "{width} x {height} pixels, {mode}",
        width=preprocessing.width,
        height=preprocessing.height,
        mode=preprocessing.mode,
    )


def _engine(classifier: Classifier) -> dict[str, str]:
    choice = classifier.runtime.choice
    return {
        "name": str(classifier.runtime.engine),
        "device": str(choice.device),
        "processor": choice.name,
        "reason": choice.reason,
    }


def version() -> str:
    """Version of Lentigo as installed."""
    return metadata.version("lentigo")


def libraries() -> dict[str, str]:
    """Versions of the libraries that decide what an answer is."""
    found = {}
    for name in (*_LIBRARIES, *_RUNTIMES):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _lines(facts: dict[str, Any], *, indent: str = "") -> list[str]:
    lines = []
    for key, value in facts.items():
        name = again(key.replace("_", " "))
        if isinstance(value, dict):
            lines += [f"{indent}{name}:", *_lines(value, indent=indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{name}:", *(f"{indent}  {again(entry)}" for entry in value)]
        else:
            shown = say("none") if value is None else value
            shown = again(shown) if isinstance(shown, str) else shown
            lines.append(f"{indent}{name}: {shown}")
    return lines
