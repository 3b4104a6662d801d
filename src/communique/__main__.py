"""`python -m communique`: the command line, also where the console script is not on the PATH."""

import sys

from communique.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
