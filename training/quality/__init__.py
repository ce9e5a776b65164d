"""Measuring the limits of the quality gate on real images, and what they find."""
