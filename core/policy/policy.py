"""What a policy says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from core.policy.fixable import Value


class Feature(StrEnum):
    """What can be switched off."""

    ARCHIVE = "archive"
    """Sending to a DICOM archive, and fetching from one."""
    ISIC = "isic"
    """Fetching labelled images from the ISIC archive."""
    EXPORT = "export"
    """Files and prints of findings and cases."""
    MODELS = "models"
    """Another model than the one that is installed or fixed."""


class TrustedKey(NamedTuple):  # made in a fraction of a dataclass's time, before the first paint
    """A key whose signatures count.

    Parameters
    ----------
    name : str
        Whose it is, as the administrators know them.
    public_key : str
        Ed25519, 64 hexadecimal digits.
    """

    name: str
    public_key: str


class Policy(NamedTuple):
    """What is fixed and what is switched off.

    Parameters
    ----------
    source : str
        Where it was read; empty where there is no policy.
    settings : mapping of str to Value
        What settings are fixed at, by their names.
    without : frozenset of Feature
        What is switched off.
    keys : tuple of TrustedKey
        One of which must have signed a model, where `signed` holds.
    signed : bool
        Whether only signed models are used.
    problem : str
        Why it cannot be read, in a sentence; then everything that a policy could restrict is
        restricted.
    """

    source: str = ""
    settings: Mapping[str, Value] = MappingProxyType({})
    without: frozenset[Feature] = frozenset()
    keys: tuple[TrustedKey, ...] = ()
    signed: bool = False
    problem: str = ""

    @property
    def fixed(self) -> frozenset[str]:
        """Names of the settings that nobody can change here."""
        if not self.problem:
            return frozenset(self.settings)
        from core.policy.fixable import FIXABLE

        return frozenset(FIXABLE)

    @property
    def fixes_model(self) -> bool:
        """Whether nobody can choose a model here."""
        return "model" in self.fixed or Feature.MODELS in self.without


NO_POLICY: Final = Policy()


def closed(source: str, problem: str) -> Policy:
    """Give the policy of a computer whose own one cannot be read.

    Parameters
    ----------
    source : str
        Where it lies.
    problem : str
        Why it cannot be read, in a sentence.
    """
    return Policy(source, without=frozenset(Feature), signed=True, problem=problem)
