"""What spoils pictures, drawn over good ones to a stated degree.

The quality gate must find it, and a model's probabilities should not move with it: both are
measured with the same drawings.
"""

from __future__ import annotations

from training.artefacts.table import ARTEFACTS, Artefact, ArtefactName, spoiled

__all__ = ["ARTEFACTS", "Artefact", "ArtefactName", "spoiled"]
