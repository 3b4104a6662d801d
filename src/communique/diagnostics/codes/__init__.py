"""Every finding communique can make, one file a family: its code, its name, what it means."""
