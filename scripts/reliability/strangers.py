"""What strangers may have made."""

from __future__ import annotations

from typing import Final

from scripts.reliability.row import Tried, of

_ENGINE: Final = "tests/core/engine/"
_CASES: Final = "tests/core/cases/"
_LEARNING: Final = "tests/core/learning/"

STRANGERS: Final = (
    Tried(
        "Pictures of every format, cut at hundreds of places and changed at a thousand each",
        "A picture, or one named error; never a wrong picture",
        ("tests/core/images/test_damage.py",),
    ),
    Tried(
        "Models, atlases, packages, backups, tables and servers' answers, damaged all over",
        "They are taken, or refused in one sentence",
        ("tests/fuzz/test_targets.py",),
    ),
    Tried(
        "Hostile atlas packages: paths that lead elsewhere, links, bombs",
        "They are refused; nothing is written",
        (f"{_LEARNING}package/test_hostile.py",),
    ),
    Tried(
        "Hostile backups of cases, with fitting checksums",
        "They are refused; nothing is written",
        (f"{_CASES}test_hostile_backup.py", f"{_CASES}test_backup.py"),
    ),
    Tried(
        "Hostile models: pickles, pipes, devices, graphs that read other files",
        "They are refused; nothing in them is run or waited for",
        (
            "tests/core/model/test_hostile.py",
            *of(
                f"{_ENGINE}test_onnx_graphs.py",
                "a_graph_that_does_not_belong_here_is_refused",
                "what_is_no_graph_is_refused",
            ),
        ),
    ),
    Tried(
        "Weights to train from that hold code (Keras' lambda layers, pickles, links)",
        "They are refused; nothing in them is run",
        ("tests/training/architectures/test_hostile_weights.py",),
    ),
    Tried(
        "Encrypted cases and backups that somebody has tampered with",
        "Each change is noticed",
        (f"{_CASES}vault/test_sealing.py", f"{_CASES}vault/test_sealed_backup.py"),
    ),
)
