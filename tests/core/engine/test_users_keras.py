"""A user may have a Keras of their own, set up for something else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from core.engine import open_classifier
from core.model import DeviceRequest
from tests.core.tiny import tiny_bundle

PROGRAM = """
import json, sys
from pathlib import Path
import numpy as np
from core.engine import open_classifier
from core.model import Bundle, DeviceRequest

classifier = open_classifier(Bundle.load(Path(sys.argv[1])), device=DeviceRequest.CPU)
pixels = np.arange(32 * 48 * 3, dtype=np.uint8).reshape(1, 32, 48, 3)
print(json.dumps(classifier.runtime.run(pixels).logits.tolist()))
"""


def test_the_settings_of_a_users_keras_change_no_answer(tmp_path: Path, root: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    odd = {"backend": "jax", "floatx": "float16", "image_data_format": "channels_first"}
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    (home / ".keras").mkdir(parents=True)
    (home / ".keras" / "keras.json").write_text(json.dumps(odd | {"epsilon": 1e-7}))
    temporary.mkdir()
    changed = {"HOME": str(home), "USERPROFILE": str(home), "KERAS_BACKEND": "jax"}
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, bundle.folder],
        env=os.environ | changed | {"TMPDIR": str(temporary)},
        cwd=root,
        capture_output=True,
        check=True,
        timeout=120,
    )
    pixels = np.arange(32 * 48 * 3, dtype=np.uint8).reshape(1, 32, 48, 3)
    here = open_classifier(bundle, device=DeviceRequest.CPU).runtime.run(pixels).logits
    assert np.allclose(json.loads(answer.stdout), here, atol=1e-5)
    assert not list(temporary.iterdir())
