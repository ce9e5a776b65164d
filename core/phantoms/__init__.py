"""Synthetic phantoms: pictures that look like dermoscopy and show nobody.

The examples, the tests and the README need pictures that everyone may copy. Patients' images are
not ours to give away, so these are drawn by our own code, and say so, in the picture as well as in
the file's metadata.
"""

from __future__ import annotations

from core.phantoms.drawing import EXAMPLES, MARKING, draw_phantom, save_phantom
from core.phantoms.lesions import PhantomKind

__all__ = ["EXAMPLES", "MARKING", "PhantomKind", "draw_phantom", "save_phantom"]
