"""Where an archive answers, and who asks."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import SplitResult, unquote, urlsplit

from core.errors import ArchiveAddressError
from core.language import say

_HERE: Final = ("localhost", "127.0.0.1", "::1")
PASSWORD: Final = "LENTIGO_DICOMWEB_PASSWORD"  # noqa: S105 - its name, not itself
URL: Final = "LENTIGO_DICOMWEB"


@dataclass(frozen=True, slots=True)
class ArchiveAddress:
    """The root of an archive's DICOMweb services.

    Parameters
    ----------
    url : str
        ``https://HOST/PATH``, without user.
    user : str
        Who asks; empty where nobody is named: then what the user's ``.netrc`` says of the host.
    password : str
        Of that user; never shown.
    """

    url: str
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def of(cls, text: str, *, plain_http: bool = False) -> Self:
        """Read an address as a user writes it: ``https://USER@HOST/PATH``.

        The password comes from ``$LENTIGO_DICOMWEB_PASSWORD``, because others can see what stands
        on a command line.

        Parameters
        ----------
        text : str
            The address.
        plain_http : bool
            Whether ``http:`` is accepted for another computer.

        Raises
        ------
        ArchiveAddressError
            If it is none, holds a password, or would send patients' data in clear.
        """
        parts = _split(text)
        if parts.password is not None:
            raise ArchiveAddressError(
                say(
                    "An address must not hold the password, which others could read: it has a "
                    "field of its own, or ${password}.",
                    password=PASSWORD,
                )
            )
        if parts.scheme == "http" and parts.hostname not in _HERE and not plain_http:
            raise ArchiveAddressError(
                say(
                    "http: would send images and patients in clear to {hostname}. Use https:, "
                    "or say that the network itself is protected (--plain-http).",
                    hostname=parts.hostname,
                ),
                value=parts.hostname,
            )
        host = parts.netloc.rpartition("@")[2]
        return cls(
            url=f"{parts.scheme}://{host}{parts.path.rstrip('/')}",
            user=unquote(parts.username or ""),
            password=os.environ.get(PASSWORD, ""),
        )


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text.strip())
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ArchiveAddressError(
            say("An archive's address looks like https://archive.example.org/dicom-web.")
        )
    return parts
