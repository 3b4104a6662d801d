"""The live preview: the pages as they will be printed, beside the text that is being written.

A small server over `engine`, for this machine alone. `desk` makes papers and remembers the last good
ones; `sitting` tells whoever looks that something was saved; `gate` lets nobody else in.
"""
