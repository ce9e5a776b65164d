"""The policy that holds in this process."""

from __future__ import annotations

from functools import cache

from core.errors import NotAllowed, PolicyBroken
from core.language import marked, say
from core.policy.places import policy_text
from core.policy.policy import NO_POLICY, Feature, Policy, closed
from core.reasons import why

_OFF = marked("This is switched off here by the administrators of this computer.")


@cache
def current_policy() -> Policy:
    """Read it, once; one that cannot be read restricts all that a policy could."""
    from core.policy.reading import parsed  # most computers have none, and a window waits

    source = ""
    try:
        found = policy_text()
        if found is None:
            return NO_POLICY
        source, text = found
        return parsed(text, source=source)
    except PolicyBroken as error:
        return closed(source, error.message)
    except (OSError, UnicodeDecodeError) as error:
        reason = why(error) if isinstance(error, OSError) else say("it is no JSON")
        problem = say("The policy of this computer cannot be read: {reason}.", reason=reason)
        return closed(source, problem)


def require(feature: Feature) -> None:
    """Check that something is not switched off.

    Raises
    ------
    NotAllowed
        If it is, or nobody can tell.
    """
    policy = current_policy()
    if feature in policy.without:
        raise NotAllowed(policy.problem or say(_OFF), value=feature)
