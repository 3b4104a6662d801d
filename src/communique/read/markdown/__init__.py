r"""The source dialect: one file a construct (DESIGN 3).

CommonMark without setext headings, indented code, raw HTML (which is text), titles of links and links by
reference; with tables, definition lists, notes (`[^1]`, written `[^1]: words`) and these marks:

    [pause]{.cue}   [words]{.written}   [Lenape]{say="LEN-ah-pay"}   [mots]{lang=fr}   [ATT]{abbr="..."}
    {{ fact }}   ![what it shows](file.png)   ![](file.png){decorative}   words of a paragraph. {#id lang=fr}

    ::: name "title" {attributes}      point (audience for seen), question (audience for), pressed (audience),
    blocks                             background (audience use), objective (audience), cue (audience),
    :::                                passage (audience), written, salutation (lang), closing (lang)

Fences win over everything: no list, quotation or listing swallows one. A backslash makes a sign a word:
`\{\{ name \}\}`, `\:\:`, `2012\.`; between backticks there is no escape, and marks are errors there. `::: salutation`
and `::: closing` mark by hand what is not recognised; a paragraph with an id is never taken
for either. What would fail open is an error.

Bounds: lists, quotations and marks 20 deep, 5000 brackets in a paragraph (see `read.texts` for the file).
"""
