"""Finds what stands out in a picture, at every size, and describes it whichever way it is turned.

References
----------
.. [1] Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", IJCV 60, 91-110 (2004),
   doi:10.1023/B:VISI.0000029664.99615.94.
"""
