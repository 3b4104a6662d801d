"""Dossier and Audience to Edition and Withheld: takes away what the audience may not see."""
