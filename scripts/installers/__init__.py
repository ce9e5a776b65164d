"""Installers for Linux made of a frozen build; those of other systems lie in ``installers``."""
