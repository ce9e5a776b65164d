"""Where the archive's API lies."""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import urlsplit

API: Final = "https://api.isic-archive.com/api/v2"
VARIABLE: Final = "LENTIGO_ISIC_API"


def api_address() -> str:
    """Address of the API: the archive's own, or that of a mirror which the environment names."""
    return os.environ.get(VARIABLE) or API


def api_host() -> str:
    """Name the computer that is asked, as a person should know before it is."""
    address = api_address()
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address
