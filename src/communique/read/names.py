"""Names that become folders and files: the same on every system, and safe to send."""

import re
import unicodedata

from communique.model.audience import AUDIENCES

LONGEST = 100
FORBIDDEN = set('<>:"/\\|?*')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # names of devices under Windows


def fault_in_name(name: str) -> str:
    """What is wrong with the name of a meeting or an intervention; nothing when all is well."""
    if bad := [
        char for char in name if char in FORBIDDEN or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ]:
        char = bad[0]
        return (
            f"it holds {char}" if char in FORBIDDEN else f"it holds a character that cannot be seen (U+{ord(char):04X})"
        )
    if name != name.strip() or name.startswith(".") or name.endswith("."):
        return "it begins or ends with a full stop or a space"
    if RESERVED.fullmatch(name):
        return "Windows keeps this name for a device"
    if name.lower() in AUDIENCES:
        return "it is the name of an audience, and of the folder of its papers"
    return f"it is longer than {LONGEST} characters" if len(name) > LONGEST else ""
