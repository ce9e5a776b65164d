"""Where administrators put a policy: places that users cannot write, whatever their environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

VARIABLE: Final = "LENTIGO_POLICY"
"""Names a policy where the computer has none, so that one can be tried; it cannot loosen one."""
REGISTRY_KEY: Final = r"SOFTWARE\Policies\Lentigo"
REGISTRY_VALUE: Final = "Policy"
_FILE: Final = "policy.json"
_OVERRIDE: Final = "WIN_PD_OVERRIDE_COMMON_APPDATA"


def policy_file() -> Path:
    """Name the file of this computer, whether it is there or not."""
    if sys.platform == "win32":
        import platformdirs  # asks the system, unless a variable says otherwise

        os.environ.pop(_OVERRIDE, None)  # which users could set
        return platformdirs.site_data_path("Lentigo", appauthor=False) / _FILE
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Lentigo") / _FILE
    return Path("/etc/lentigo") / _FILE


def policy_text() -> tuple[str, str] | None:
    """Read the policy that holds here.

    Returns
    -------
    (str, str) or None
        Where it lies, and its text; None where there is none.

    Raises
    ------
    OSError, UnicodeDecodeError
        If it is there and cannot be read.
    """
    if (registered := _registered()) is not None:
        return rf"HKEY_LOCAL_MACHINE\{REGISTRY_KEY}", registered
    named = os.environ.get(VARIABLE)
    for file in (policy_file(), *([Path(named)] if named else [])):
        try:
            return str(file), file.read_text(encoding="utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            continue
    return None


def _registered() -> str | None:
    """Read what group policy has put into the registry of Windows."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY_KEY) as key:
                value, _ = winreg.QueryValueEx(key, REGISTRY_VALUE)
        except FileNotFoundError:
            return None
        return "\n".join(value) if isinstance(value, list) else str(value)
    return None
