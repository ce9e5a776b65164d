"""The oldest system that a build runs on is read from its libraries."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from scripts.freezing import oldest_system


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux programs")
def test_programs_tell_which_c_library_they_need(tmp_path: Path) -> None:
    if shutil.which("objdump") is None:
        pytest.skip("needs objdump (on Debian: apt-get install binutils)")
    shutil.copy(sys.executable, tmp_path / "program")
    (tmp_path / "text").write_text("GLIBC_9.9", "utf-8")
    (version,) = found = oldest_system.versions_needed(tmp_path)
    assert (2, 2) < version < (3,)
    assert found[version] == [tmp_path / "program"]


def test_the_first_release_that_has_it_is_named() -> None:
    assert oldest_system.first_release((2, 36)) == "Debian 12"
    assert oldest_system.first_release((2, 30)) == "Debian 11, Ubuntu 20.04"
    assert oldest_system.first_release((9, 9)) == "none that is known here"
