"""Several runs measured on the same images, side by side, with paired tests."""
