"""Whether the policy of this computer lets a model be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import BundleUntrusted
from core.language import say
from core.paths import resources_folder
from core.policy.current import current_policy

if TYPE_CHECKING:
    from core.model.bundle import Bundle


def require_trusted(bundle: Bundle) -> None:
    """Check that a model is signed as the policy wants it.

    Where the policy cannot be read, only the model that ships is used: it lies with the program.

    Raises
    ------
    BundleUntrusted
        If it is not.
    """
    policy = current_policy()
    if not policy.signed:
        return
    if policy.problem and bundle.folder.resolve() == (resources_folder() / "model").resolve():
        return
    signature = bundle.signature
    if signature is None:
        words = say(
            "The model {name} {version} is not signed, and the administrators of this computer "
            "allow only models that are.",
            name=bundle.card.name,
            version=bundle.card.version,
        )
        raise BundleUntrusted(words, value=bundle.folder)
    if all(key.public_key != signature.public_key for key in policy.keys):
        words = say(
            "The model {name} {version} is signed by {signer} with key {key}…, which is none that "
            "the administrators of this computer trust.",
            name=bundle.card.name,
            version=bundle.card.version,
            signer=signature.name,
            key=signature.short_key,
        )
        raise BundleUntrusted(words, value=bundle.folder)
