"""A workspace's protected terms stop a public paper, and are asked anew when the list changes."""

from pathlib import Path

from pack.workspaces import Bench


def test_a_protected_term_holds_a_public_paper_back(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.write("content/hello.md", "---\ntitle: T\nlanguage: en\n---\nMr President,\n\nWe thank Quartz.\n")
    bench.run("build", "--kind", "statement")
    before = bench.papers()
    bench.write("communique.toml", 'protected = ["Quartz"]\n')
    done = bench.run("build", "--kind", "statement", expect=1)
    assert "CQ612" in done.stderr
    assert "Quartz" in done.stderr
    assert bench.papers() == before


def test_a_finding_without_a_place_in_the_text_says_in_which_paper_of_which_speech_it_is(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.write("communique.toml", 'protected = ["Quartz"]\n')
    for name in ("hello", "welcome"):
        bench.write(f"content/{name}.md", "---\ntitle: T\nlanguage: en\n---\nMr President,\n\nWe thank Quartz.\n")
    said = bench.run("build", "--kind", "statement", expect=1).stderr
    for place in ("hello/public/statement.en.docx", "welcome/public/statement.en.pdf"):
        assert f"CQ612: {place}" in said
    assert "CQ612: statement" not in said
