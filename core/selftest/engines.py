"""Checks of the model and of the engines that run it."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from core.engine.request import EngineRequest
from core.language import say
from core.model.bundle import Bundle
from core.model.trusted import require_trusted
from core.paths import examples_folder
from core.selftest.answers import EngineAnswers, ask_engine, largest_difference
from core.selftest.check import Check, CheckName, failed, guarded, passed, skipped
from core.selftest.known import known_answers

_ENGINES: Final = {
    EngineRequest.ONNXRUNTIME: CheckName.ONNXRUNTIME,
    EngineRequest.TENSORFLOW: CheckName.TENSORFLOW,
}
_CALLED: Final = {
    EngineRequest.ONNXRUNTIME: "ONNX Runtime",
    EngineRequest.TENSORFLOW: "TensorFlow",
}
_MODULES: Final = {
    EngineRequest.ONNXRUNTIME: ("onnxruntime",),
    EngineRequest.TENSORFLOW: ("keras", "tensorflow"),
}


class EngineChecks:
    """Asks each engine once, and judges what they say.

    Parameters
    ----------
    model : Path
        Folder of the bundle.
    """

    def __init__(self, model: Path) -> None:
        self._model = model
        self._answers: dict[EngineRequest, EngineAnswers] = {}
        self._bundle: Bundle | None = None

    def model(self) -> Check:
        """Verify every file of the bundle."""
        bundle = Bundle.load(self._model)
        identity = bundle.identity
        words = say(
            "The model {name} {version} is whole: every file has its checksum.",
            name=identity.name,
            version=identity.version,
        )
        facts = {"name": identity.name, "version": identity.version, "sha256": identity.sha256}
        self._bundle = bundle
        return passed(CheckName.MODEL, words, **facts)

    def signature(self) -> Check:
        """Say who has signed it, and whether the policy of this computer wants that."""
        name = CheckName.SIGNATURE
        if self._bundle is None:
            return skipped(name, say("There is no model whose signature could be checked."))
        require_trusted(self._bundle)
        signature = self._bundle.signature
        if signature is None:
            return skipped(name, say("The model is not signed, and need not be."))
        words = say("The model is signed by {name}.", name=signature.name)
        return passed(name, words, signer=signature.name, public_key=signature.public_key)

    def engine(self, request: EngineRequest) -> Check:
        """Have an engine analyse the examples, in a process of its own."""
        name = _ENGINES[request]
        if not all(map(find_spec, _MODULES[request])):
            words = say("{engine} is not part of this edition of Lentigo.", engine=_CALLED[request])
            return skipped(name, words)
        sources = sorted(examples_folder().glob("*.jpg"))
        answers = self._answers[request] = ask_engine(self._model, sources, engine=request)
        choice = answers.choice
        words = say(
            "{engine} works, on {processor}. {reason}",
            engine=_CALLED[request],
            processor=choice.name,
            reason=choice.reason,
        )
        facts = {"device": str(choice.device), "processor": choice.name}
        return passed(name, words, **facts, images=len(answers.probabilities))

    def answers(self) -> Check:
        """Compare what was said with what is known."""
        name = CheckName.ANSWERS
        if not self._answers:
            return failed(name, say("No engine has answered."))
        known = known_answers()
        sha256 = next(iter(self._answers.values())).sha256
        expected = known.models.get(sha256)
        if expected is None:
            words = say(
                "The model is not the one that came with Lentigo, so its answers to the examples "
                "are not known beforehand."
            )
            return skipped(name, words, replaced=True)
        found = self._answers.values()
        apart = max(largest_difference(one.probabilities, expected) for one in found)
        facts = {"largest_difference": apart, "tolerance": known.tolerance, "replaced": False}
        if apart > known.tolerance:
            words = say("The answers to the examples are not those that the model is known for.")
            return failed(name, words, **facts)
        words = say("All examples get the answers that are known of this model.")
        return passed(name, words, **facts)

    def parity(self) -> Check:
        """Compare the engines with each other."""
        if len(self._answers) < 2:
            words = say("There are no two engines here to compare.")
            return skipped(CheckName.PARITY, words)
        one, other = self._answers.values()
        tolerance = known_answers().tolerance
        apart = largest_difference(one.probabilities, other.probabilities)
        facts = {"largest_difference": apart, "tolerance": tolerance}
        if apart > tolerance:
            words = say("The engines answer differently about the same images.")
            return failed(CheckName.PARITY, words, **facts)
        return passed(CheckName.PARITY, say("The engines give the same answers."), **facts)


def engine_checks(model: Path) -> list[Check]:
    """Make them all.

    Parameters
    ----------
    model : Path
        Folder of the bundle.
    """
    checks = EngineChecks(model)
    return [
        guarded(CheckName.MODEL, checks.model),
        guarded(CheckName.SIGNATURE, checks.signature),
        *(guarded(name, partial(checks.engine, request)) for request, name in _ENGINES.items()),
        guarded(CheckName.ANSWERS, checks.answers),
        guarded(CheckName.PARITY, checks.parity),
    ]
