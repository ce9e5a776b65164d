"""DICOM out: photographs, overlays and findings as objects that an archive takes."""
