"""The editors that a workspace may name, so that a click on a finding opens its line."""

from enum import StrEnum


class Editor(StrEnum):
    """By the command that starts each: all open a window of their own. Any other is for the writer's environment."""

    CODE = "code"
    CODIUM = "codium"
    ZED = "zed"
    SUBLIME = "subl"
    KATE = "kate"
    GEDIT = "gedit"
    GNOME = "gnome-text-editor"
    EMACS = "emacsclient"
    GVIM = "gvim"
