"""Archives that are reached by DICOMweb: find studies, fetch their pictures, send findings."""
