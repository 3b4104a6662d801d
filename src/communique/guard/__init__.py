"""Artefacts against Edition and Withheld: nothing lost, nothing added, nothing leaked."""
