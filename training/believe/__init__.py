"""Whether heat maps can be believed: measured against masks, against hiding, against noise."""
