"""A finished Word file, opened by nobody's library but lxml: what stands in its parts, by name."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TEXT = {W + "t": None, W + "tab": "\t", W + "br": "\n"}


@dataclass
class Opened:
    """The members of a package; `root` gives a part as a tree."""

    data: bytes

    def __post_init__(self):
        with ZipFile(BytesIO(self.data)) as package:
            self.names = package.namelist()
            self.members = {name: package.read(name) for name in self.names}
            self.dates = {info.date_time for info in package.infolist()}

    def root(self, name="document"):
        return etree.fromstring(self.members[f"word/{name}.xml"])

    def parts(self, *prefixes):
        """The parts of the text whose names begin so, in order."""
        known = sorted(name[5:-4] for name in self.names if name.startswith("word/") and name.endswith(".xml"))
        return {name: self.root(name) for name in known if name.startswith(prefixes)}

    def paragraphs(self, name="document"):
        return list(self.root(name).iter(W + "p"))

    def style(self, name):
        """The definition of a style, by its name."""
        found = [style for style in self.root("styles").iter(W + "style") if at(style, "name") == name]
        assert len(found) == 1, f"{name}: {len(found)} styles"
        return found[0]

    def styled(self):
        """(style id, text) of every paragraph of the document."""
        return [(at(p, "pPr/pStyle"), words(p)) for p in self.paragraphs()]


def at(element, path, attribute="val"):
    """An attribute of what stands at a path below an element; None when it does not stand there."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + attribute)


def all_at(element, path):
    """The w: attributes of what stands at a path."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return {} if found is None else {key.removeprefix(W): value for key, value in found.attrib.items()}


def words(element):
    """The text of a paragraph, tabs and line breaks included."""
    return "".join(
        (node.text or "") if node.tag == W + "t" else TEXT[node.tag]
        for node in element.iter()
        if node.tag in TEXT and node.getparent().tag != W + "tabs"
    )


def direct(paragraph):
    """The names of the direct formatting of a paragraph, and of its runs."""
    own = {child.tag.removeprefix(W) for child in paragraph.findall(f"{W}pPr/*")} - {"pStyle", "sectPr"}
    runs = {child.tag.removeprefix(W) for child in paragraph.findall(f".//{W}r/{W}rPr/*")} - {"rStyle"}
    return own, runs
