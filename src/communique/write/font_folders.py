"""The folders of fonts, apart from the rest: whoever only wants to see that one changed loads nothing more."""

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)
"""Where systems keep their fonts."""
