"""Findings for other systems: DICOM and FHIR files, and archives that are reached by DICOMweb."""
