"""What Python raises over a ZIP container that is damaged, locked or made by an unknown method."""

import zlib
from zipfile import BadZipFile

DAMAGED: tuple[type[Exception], ...] = (
    BadZipFile,  # no container, or a member that does not fit its checksum
    zlib.error,  # packed bytes that unpack to nothing
    EOFError,  # a member that ends too early
    OSError,  # a place in the file that is not there
    ValueError,  # a name or a number in it that cannot be
    NotImplementedError,  # a method of packing, or a version, that zipfile does not know
    RuntimeError,  # a password is wanted
)
"""All that opening and reading one can end in, as altering each byte of one in turn shows."""
