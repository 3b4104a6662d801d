"""Data that ages or differs by language: venues, salutations, labels, the clean Word base."""
