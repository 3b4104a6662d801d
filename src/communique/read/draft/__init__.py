"""Drafts that others wrote: plain text becomes the first words of a workspace, none of them changed."""
