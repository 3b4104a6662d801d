"""Files to Dossier: everything that was written for one intervention, with its place in the files."""
