"""`communique`, however it is started.

The commonest order of all, `communique build` with nothing to do, is answered here before anything
is loaded; all others, and whatever is not so simple, go to the command line.
"""

import os
import sys


def main() -> int:
    """Run communique as it was typed; the exit code, as `cli.app.main` gives it."""
    try:
        if sys.argv[1:] == ["build"] and _is_as_it_was():
            if sys.stderr.isatty():
                sys.stderr.write("Everything is up to date.\n")
            return 0
        from communique.cli.app import main as typed  # noqa: PLC0415  loads what parses a command line

        return typed()
    except KeyboardInterrupt:  # while something was loading; later, the command line says so itself
        sys.stderr.write("\nStopped. What was not finished was left as it was.\n")
        return 130


def _is_as_it_was() -> bool:
    from communique.engine.glance import is_as_it_was  # noqa: PLC0415  this order alone needs it

    return is_as_it_was(".", "build", ".communique", os.environ.get("SOURCE_DATE_EPOCH", ""))


if __name__ == "__main__":
    sys.exit(main())
