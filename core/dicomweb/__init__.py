"""An archive of DICOM objects, reached by DICOMweb."""
