NOTED = ".fn { float: footnote; footnote-policy: line }"


def test_a_note_follows_its_reference_with_its_mark_as_label(tags):
    lines = tags('<p>a<span class="fn">b <em lang="fr">c</em></span> d</p>', NOTED)
    assert lines == ["  P", "    Reference", "    Note ID=note-1", "      Lbl", "      Span Lang=fr"]


def test_notes_in_lists_and_tables_stay_there(tags):
    body = '<ul><li>a<span class="fn">b</span></li></ul><table><tr><td>c<span class="fn">d</span></td></tr></table>'
    lines = [line.strip() for line in tags(body, NOTED)]
    assert lines[lines.index("LBody") :][:4] == ["LBody", "Reference", "Note ID=note-1", "Lbl"]
    assert lines[lines.index("TD") :] == ["TD", "Reference", "Note ID=note-2", "Lbl"]


def test_a_note_over_pages_is_one(tags):
    body = f'<p>a</p><p>b<span class="fn">{"many words " * 500}</span></p>'
    assert tags(body, NOTED) == ["  P", "  P", "    Reference", "    Note ID=note-1", "      Lbl"]
