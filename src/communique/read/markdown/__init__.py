"""The source dialect: one file a construct (DESIGN 3).

CommonMark without setext headings, indented code, raw HTML and link definitions; with tables,
definition lists, notes, marked spans, look-ups, and fences of colons. What would fail open is an error.
"""
