"""The way mail leaves the house: through which server, as whom, how fast. Never a password."""

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address


class Protection(StrEnum):
    """How the connection is made unreadable on its way: RFC 3207, RFC 8314 3.3, or not at all."""

    STARTTLS = "starttls"
    IMPLICIT = "implicit"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Route:
    """The table `[mail]` of communique.toml.

    `sender` is the address that mail comes from. `per_minute`: at most as many mails. `tries`: how often a
    mail is handed in while the server says "later", `wait` seconds lie between the first two tries and each
    time twice as many. `timeout`: seconds that the server may take to answer; ten times as many once it has
    the whole mail (RFC 5321, 4.5.3.2.6 asks for ten minutes).
    """

    host: str
    sender: str
    port: int = 587
    protection: Protection = Protection.STARTTLS
    per_minute: float = 20
    tries: int = 4
    wait: float = 30
    timeout: float = 60


def is_this_machine(host: str) -> bool:
    """True for a host that no line leads to: `localhost` and the loopback addresses."""
    if host.lower() in {"localhost", "localhost.localdomain"}:
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
