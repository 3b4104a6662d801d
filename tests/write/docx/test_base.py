"""The clean base is what its script builds, and nothing of anybody else."""

import runpy
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

SCRIPT = Path(__file__).parents[3] / "scripts" / "build_word_base.py"
BASE = files("communique.data").joinpath("word/base.docx")


def test_the_base_is_what_its_script_builds(tmp_path):
    runpy.run_path(str(SCRIPT))["build"](tmp_path / "base.docx")
    assert (tmp_path / "base.docx").read_bytes() == BASE.read_bytes()


def test_the_base_names_nobody():
    with ZipFile(BytesIO(BASE.read_bytes())) as package:
        core = package.read("docProps/core.xml").decode()
        assert sorted(package.namelist()) == [
            "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml",
        ]  # fmt: skip
    assert "<dc:creator" not in core
    assert "dcterms:created" not in core
