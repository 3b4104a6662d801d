"""Sheet to Layout to Artefact: the pages, and the two files made from them."""
