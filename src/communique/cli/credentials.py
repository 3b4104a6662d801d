"""User and password for the mail server: from the environment or the desktop's keyring, never from a file."""

import os

from communique.deliver.smtp import Credentials
from communique.model.mail_route import is_this_machine

USER, PASSWORD = "COMMUNIQUE_MAIL_USER", "COMMUNIQUE_MAIL_PASSWORD"
SERVICE = "communique"


def credentials(host: str) -> Credentials | None:
    """What the environment says; else, for another machine, what the keyring keeps under `communique <host>`."""
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if user and password:
        return Credentials(user, password)
    if is_this_machine(host):
        return None
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:  # an extra: communique[keyring]
        return None
    try:
        kept = keyring.get_credential(f"{SERVICE} {host}", user or None)
    except KeyringError:  # no desktop, or it is locked
        return None
    return Credentials(kept.username, kept.password) if kept else None
