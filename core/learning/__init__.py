"""Learning from an atlas: guesses about labelled images, what comes of them, and lessons to share.

What a user says is kept apart from the atlas, by the checksums of its images, so that it stays
when the atlas is built anew or moved.
"""
