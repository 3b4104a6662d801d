"""Artefacts to Pack: the finished files in their folders, with their manifest."""
