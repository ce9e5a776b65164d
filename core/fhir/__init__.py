"""Findings as FHIR resources."""
