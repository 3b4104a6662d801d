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
