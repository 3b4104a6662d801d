"""What is wrong, said well: codes, places, findings, and how they are shown."""
