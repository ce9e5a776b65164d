from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.soak.analyses import soak
from tests.core.tiny import tiny_bundle


@pytest.mark.parametrize("maps", [False, True])
def test_a_long_batch_says_what_it_takes_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, maps: bool
) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    lines: list[str] = []
    soak(bundle, images=20, say=lines.append, maps=maps)
    heads, *states = (line.split() for line in lines)
    assert heads[:3] == ["images", "memory", "MB"]
    assert [int(state[0]) for state in states] == list(range(2, 21, 2))
    for _, own, with_decoders, handles, threads, speed in states:
        assert 0 < float(own) <= float(with_decoders)
        assert int(handles) > 0
        assert int(threads) > 0
        assert float(speed) > 0
    assert list(scratch.iterdir()) == []
