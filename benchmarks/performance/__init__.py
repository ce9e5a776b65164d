"""``make bench``: one table of what Lentigo takes beside other systems, into ``docs``."""
