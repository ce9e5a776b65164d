"""``python -m scripts.known_answers``: writes what the model that ships says about the examples.

`lentigo self-test` compares every installation with it. Run it whenever that model or the examples
change; a test says when it was forgotten.
"""

from __future__ import annotations

import json
from typing import Final

from core.engine import EngineRequest
from core.paths import examples_folder, resources_folder
from core.selftest.answers import EngineAnswers, ask_engine
from core.selftest.known import FORMAT, known_file

_TOLERANCE: Final = 1e-3  # engines agree within 1e-4; GPUs and fused instructions may add to that
_DIGITS: Final = 6


def content(answers: EngineAnswers) -> dict[str, object]:
    """Give what the file holds."""
    rounded = {
        name: {code: round(value, _DIGITS) for code, value in one.items()}
        for name, one in answers.probabilities.items()
    }
    return {"format": FORMAT, "tolerance": _TOLERANCE, "models": {answers.sha256: rounded}}


def main() -> None:
    """Write the file."""
    sources = sorted(examples_folder().glob("*.jpg"))
    model = resources_folder() / "model"
    answers = ask_engine(model, sources, engine=EngineRequest.ONNXRUNTIME)
    known_file().write_text(f"{json.dumps(content(answers), indent=1)}\n", encoding="ascii")


if __name__ == "__main__":
    main()
