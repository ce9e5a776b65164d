"""A tiny network, on each runtime."""

from __future__ import annotations

import pytest

from core.engine import EngineRequest, open_classifier
from core.model import Classifier
from tests.core.model.pixels import RUNTIMES
from tests.core.tiny import tiny_bundle


@pytest.fixture(scope="module", params=RUNTIMES)
def engine(request: pytest.FixtureRequest) -> EngineRequest:
    """Return each runtime in turn."""
    chosen: EngineRequest = request.param
    return chosen


@pytest.fixture(scope="module")
def classifier(engine: EngineRequest, tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    bundle = tiny_bundle(tmp_path_factory.mktemp("bundle") / "model")
    return open_classifier(bundle, engine=engine)
