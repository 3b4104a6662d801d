"""The cascade, read once for both writers, and the Word styles compiled from it."""
