"""What has changed between two images of one lesion.

The newer image is laid onto the older one, areas and probabilities are compared, and lengths are
measured where the size of a pixel is known. What cannot be said is refused with a named error.
"""
