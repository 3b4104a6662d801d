"""The clean base is what its script builds, and nothing of anybody else."""

import runpy
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from sheet_making import make_sheet
from write.docx.opened import Opened, W

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


def test_a_finished_file_is_one_of_modern_word_without_the_relics_of_others():
    file = Opened(write_docx(make_sheet("<p>a</p>"), PageFacts(1))[0])
    assert "word/theme/theme1.xml" in file.names and "word/stylesWithEffects.xml" not in file.names
    modes = {item.get(W + "name"): item.get(W + "val") for item in file.root("settings").iter(W + "compatSetting")}
    assert modes["compatibilityMode"] == "15", "any other opens in Word in compatibility mode"
    latent = file.root("styles").find(W + "latentStyles")
    assert (latent.get(W + "count"), latent.get(W + "defSemiHidden"), latent.get(W + "defQFormat")) == ("376", "1", "0")
