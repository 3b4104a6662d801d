"""Dossier to Diagnostics: what a careful colleague would point out before the text leaves."""
