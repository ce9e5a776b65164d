"""Sends objects to an archive, and fetches images from it: the adapter to `dicomweb_client`.

References
----------
.. [1] NEMA, DICOM PS3.18, Web Services: STOW-RS, QIDO-RS and WADO-RS,
   https://dicom.nema.org/medical/dicom/current/output/html/part18.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import requests
from dicomweb_client.api import DICOMwebClient
from pydicom import Dataset, dcmread
from pydicom.errors import InvalidDicomError

from core.dicom.objects import to_bytes
from core.dicomweb.address import PASSWORD, ArchiveAddress
from core.dicomweb.studies import FIELDS, Study, Wanted
from core.errors import (
    ArchiveAnswerError,
    ArchiveDenied,
    ArchiveRejected,
    ArchiveUnreachable,
    UnsupportedFormat,
)
from core.files import write_whole
from core.images.limits import Limits
from core.images.source import read_bytes
from core.language import say

_TIMEOUT_S: Final = (10.0, 120.0)
"""To connect, and for each part of an answer."""
_PICTURES: Final = ("DMS", "XC", "GM", "OT", "SC", "ES")
"""Modalities under which photographs of skin are kept."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One object that was fetched.

    Parameters
    ----------
    path : Path
        Where it lies now.
    new : bool
        Whether it was not there before.
    """

    path: Path
    new: bool


class Archive:
    """An archive.

    Parameters
    ----------
    address : ArchiveAddress
        Where it answers.
    """

    def __init__(self, address: ArchiveAddress) -> None:
        self._host = address.url
        session = _Session()
        if address.user:
            session.auth = (address.user, address.password)
        self._client = DICOMwebClient(address.url, session=session, timeout=_TIMEOUT_S)
        self._client.set_http_retry_params(retry=False)  # half a minute without a word

    def send(self, path: Path) -> str:
        """Send one DICOM file (STOW-RS).

        Returns
        -------
        str
            The study that it belongs to.

        Raises
        ------
        ImageError
            If it cannot be read, or is no DICOM file.
        ArchiveError
            If the archive cannot be reached, denies access or does not take it.
        """
        return self.store(_read(path), name=path.name)

    def store(self, dataset: Dataset, *, name: str) -> str:
        """Send one object (STOW-RS), which a sentence calls by a name.

        Returns
        -------
        str
            The study that it belongs to.

        Raises
        ------
        ArchiveError
            If the archive cannot be reached, denies access or does not take it.
        """
        with self._named():
            answer = self._client.store_instances([dataset])
        refused = answer.get("FailedSOPSequence")
        if refused:
            reason = refused[0].get("FailureReason", 0)
            raise ArchiveRejected(
                say(
                    "{host} did not take {name} (reason {reason:#06x}).",
                    host=self._host,
                    name=name,
                    reason=reason,
                ),
                value=name,
            )
        return str(dataset.StudyInstanceUID)

    def find(self, wanted: Wanted, *, limit: int) -> list[Study]:
        """Look for studies (QIDO-RS), at most `limit`.

        Raises
        ------
        ArchiveError
            If the archive cannot be reached, denies access or answers something else.
        """
        with self._named():
            found = self._client.search_for_studies(
                limit=limit, fields=FIELDS, search_filters=wanted.filters()
            )
            return [Study.of(each) for each in found]

    def fetch(self, study: str, *, folder: Path) -> Iterator[Fetched]:
        """Fetch the pictures of a study (WADO-RS) into a folder, each under its UID.

        What lies there already is not fetched again.

        Raises
        ------
        ArchiveError
            If the archive cannot be reached, denies access, has no such study or answers something
            else.
        OutputError
            If a file cannot be written.
        """
        with self._named():
            instances = self._client.search_for_instances(
                study, fields=["Modality", "Rows"], get_remaining=True
            )
            pictures = [each for each in instances if _value(each, "00080060") in _PICTURES]
        if not pictures:
            raise ArchiveAnswerError(
                say("{host} has no pictures of study {study}.", host=self._host, study=study),
                value=study,
            )
        for each in pictures:
            yield self._fetch_one(study, _value(each, "0020000E"), _value(each, "00080018"), folder)

    def _fetch_one(self, study: str, series: str, instance: str, folder: Path) -> Fetched:
        with self._named():
            if not all(part.replace(".", "").isdigit() for part in (study, series, instance)):
                raise ValueError(instance)  # it becomes the name of a file
        path = folder / f"{instance}.dcm"
        if path.exists():
            return Fetched(path, new=False)
        with self._named():
            dataset = self._client.retrieve_instance(
                study, series, instance, media_types=(("application/dicom", "*"),)
            )
            data = to_bytes(dataset)
        write_whole(path, data)
        return Fetched(path, new=True)

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Give what goes wrong on the way its name."""
        try:
            yield
        except requests.HTTPError as error:
            raise self._denied_or_odd(error) from error
        except (requests.ConnectionError, requests.Timeout) as error:
            raise ArchiveUnreachable(
                say(
                    "{host} does not answer. Check the address, the network and whether the "
                    "archive is running.",
                    host=self._host,
                ),
                value=self._host,
            ) from error
        # An answer that is no DICOMweb fails in the client wherever it is first looked at.
        except (
            requests.RequestException,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
        ) as error:
            raise ArchiveAnswerError(
                say("{host} does not answer as DICOMweb does. Check the address.", host=self._host),
                value=self._host,
            ) from error

    def _denied_or_odd(self, error: requests.HTTPError) -> ArchiveDenied | ArchiveAnswerError:
        status = 0 if error.response is None else error.response.status_code
        if status in {401, 403}:
            return ArchiveDenied(
                say(
                    "{host} denies access. The user belongs into the address "
                    "(https://USER@HOST), the password into its field or into ${password}.",
                    host=self._host,
                    password=PASSWORD,
                ),
                value=self._host,
            )
        return ArchiveAnswerError(
            say(
                "{host} answers with the error {status}. Check the address, or ask those who "
                "run the archive.",
                host=self._host,
                status=status,
            ),
            value=status,
        )


class _Session(requests.Session):
    """Leaves wildcards as they are: some archives take an escaped one for the character itself."""

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # noqa: ANN401 - requests' own signature
        if request.url is not None:
            request.url = request.url.replace("%2A", "*").replace("%3F", "?")
        return super().send(request, **options)


def _read(path: Path) -> Dataset:
    try:
        return dcmread(BytesIO(read_bytes(path, limits=Limits())))
    except InvalidDicomError as error:
        raise UnsupportedFormat(
            say("{name} is not a DICOM file.", name=path.name), value=path
        ) from error


def _value(found: Mapping[str, Any], tag: str) -> str:
    values = found.get(tag, {}).get("Value") or [""]
    return str(values[0])
