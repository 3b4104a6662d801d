"""Every finding communique can make, one file a family: its code, its name, what it means.

A family is a module of `Code` constants; dropping a file in adds one. The numbers are stable for
ever, and no two findings share one.
"""

from importlib import import_module
from pkgutil import iter_modules

from communique.diagnostics.diagnostic import Code


def every_code() -> tuple[Code, ...]:
    """All the findings, by number. A function, so that nothing is loaded before someone asks."""
    names = sorted(module.name for module in iter_modules(__path__))
    families = [import_module(f"{__name__}.{name}") for name in names]
    found = [code for family in families for code in vars(family).values() if isinstance(code, Code)]
    return tuple(sorted(dict.fromkeys(found), key=lambda code: code.number))
