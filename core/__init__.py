"""What Lentigo knows, with no screen: usable from a script, a notebook or a server."""

from __future__ import annotations

import os

# numpy's OpenBLAS lets its threads spin for a while after each product, in wait of the next. The
# network's threads would run beside them: an analysis after a search took a quarter longer. 4 is
# the least, 16 cycles. It is read when numpy is loaded, so it must be said here; the user's own
# value stays.
os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")
