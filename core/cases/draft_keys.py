"""Under which keys drafts are kept: what the window and the store must agree on."""

from __future__ import annotations

from typing import Final

NOTE: Final = "note/"
"""Begins the key of a draft of a note, before the note's id."""
NEW_NOTE: Final = "note/new/"
"""Begins that of a new note, before the id of the lesion or the patient that it is about."""
CHECKLIST: Final = "checklist/"
"""Begins that of a checklist, before its id."""
NEW_CHECKLIST: Final = "checklist/new/"
"""Begins that of a new checklist, before its kind and the id of its lesion."""
DIAGNOSIS: Final = "diagnosis/"
"""Begins that of a diagnosis, before its id."""
NEW_DIAGNOSIS: Final = "diagnosis/new/"
"""Begins that of a new diagnosis, before the id of its lesion."""
DETAILS: Final = "details/"
"""Begins that of what is noted of a patient or a lesion, before its id."""
NEW: Final = "/new/"
"""Is in the key of whatever is new; the last part is then what it is about."""
