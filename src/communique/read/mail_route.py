"""The table `[mail]` of communique.toml: how mail leaves the house."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from communique.model.mail_route import Protection, Route, is_this_machine
from communique.read.fields import Whole, Words
from communique.read.recipient_rows import ADDRESS
from communique.read.typed import Form

PORTS = {Protection.STARTTLS: 587, Protection.IMPLICIT: 465, Protection.NONE: 25}
"""The usual ports: RFC 6409 3.1, RFC 8314 3.3, RFC 5321."""


def _address(address: str) -> str:
    if not ADDRESS.fullmatch(address):
        raise PydanticCustomError("address", "this is no plain mail address such as mission@example.org")
    return address


def _protected(wish: str | None, form: ValidationInfo) -> str | None:
    """Only what never leaves this machine may go unprotected."""
    if wish == "none" and not is_this_machine(str(form.data.get("host", ""))):
        raise PydanticCustomError("tls", 'mail that leaves this machine goes encrypted: "starttls" or "implicit"')
    return wish


class MailForm(Form):
    """Its keys. A password stands in the environment or the keyring, never here."""

    host: Words
    """The server that takes your mail."""
    sender: Annotated[Words, Field(alias="from"), AfterValidator(_address)]
    """The address that mail comes from."""
    port: Annotated[Whole, Field(ge=1, le=65535)] | None = None
    """587; 465 with `implicit`, 25 on this machine."""
    tls: Annotated[Literal["starttls", "implicit", "none"] | None, AfterValidator(_protected)] = None
    """How the line is encrypted; `none` on this machine alone."""
    per_minute: Annotated[float, Field(gt=0, strict=True)] = 20
    """At most as many mails."""
    tries: Annotated[Whole, Field(ge=1, le=20)] = 4
    """How often a mail is handed in while the server puts it off."""
    wait: Annotated[float, Field(ge=0, le=3600, strict=True)] = 30
    """Seconds between the first two tries; each time twice as many."""
    timeout: Annotated[float, Field(gt=0, le=3600, strict=True)] = 60
    """Seconds that the server may take to answer."""

    def route(self) -> Route:
        """The same as a value, with the port and the protection that fit."""
        usual = Protection.NONE if is_this_machine(self.host) else Protection.STARTTLS
        protection = Protection(self.tls) if self.tls else usual
        port = self.port or PORTS[protection]
        return Route(self.host, self.sender, port, protection, self.per_minute, self.tries, self.wait, self.timeout)
