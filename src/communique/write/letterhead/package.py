"""A Word package as a value: its parts by name, and the relations between them (ECMA-376-2, 6)."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

Element: TypeAlias = Any
"""An lxml element."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
EPOCH = (1980, 1, 1, 0, 0, 0)
TYPES = "[Content_Types].xml"
ROOT = ""
"""The package itself, as the owner of relations."""

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: `target` is the name of another part, or an address when it is `external`."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: image, header, styles."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name (no slash before it), their content types, and the relations of each."""

    parts: Mapping[str, bytes] = field(repr=False)
    types: Mapping[str, str] = field(repr=False)
    relations: Mapping[str, tuple[Relation, ...]] = field(repr=False)

    @property
    def main(self) -> str:
        """The name of the part that holds the text, or nothing."""
        return next((one.target for one in self.of(ROOT) if one.kind == "officeDocument"), "")

    def of(self, owner: str) -> tuple[Relation, ...]:
        """The relations of a part."""
        return self.relations.get(owner, ())

    def related(self, kind: str) -> str:
        """The part of a kind that the text relates to, or nothing."""
        return next((one.target for one in self.of(self.main) if one.kind == kind and not one.external), "")

    def tree(self, name: str) -> Element:
        """A part as a tree of its own."""
        return parse(self.parts[name])

    def with_part(self, name: str, data: bytes, kind: str = "") -> "Package":
        """This package with a part put in or replaced."""
        types = {**self.types, name: kind} if kind else self.types
        return replace(self, parts={**self.parts, name: data}, types=types)

    def relating(self, owner: str, *more: Relation) -> "Package":
        """This package with more relations of a part."""
        return replace(self, relations={**self.relations, owner: (*self.of(owner), *more)})

    def free(self, name: str) -> str:
        """A name like this one that no part has yet."""
        stem, ending = posixpath.splitext(name)
        names = (f"{stem}{number}{ending}" for number in range(1, len(self.parts) + 2))
        taken = {known.lower() for known in self.parts}
        return next(one for one in (name, *names) if one.lower() not in taken)


def parse(data: bytes) -> Element:
    """A part as a tree; nothing outside it is looked at."""
    return etree.fromstring(data, PARSER)


def dump(root: Element) -> bytes:
    """A tree as a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def read_package(data: bytes) -> Package:
    """The package in a container; the faults of zipfile, zlib and lxml are the caller's."""
    with ZipFile(BytesIO(data)) as container:
        members = {info.filename: container.read(info) for info in container.infolist() if not info.is_dir()}
    named = parse(members[TYPES])
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in named.iterfind("{*}Default")}
    said = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in named.iterfind("{*}Override")}
    parts = {name: held for name, held in members.items() if name != TYPES and not name.endswith(".rels")}
    types = {name: said.get(name) or defaults.get(name.rpartition(".")[2].lower(), "") for name in parts}
    relations = {
        _owner(name): tuple(_relations(name, held)) for name, held in members.items() if name.endswith(".rels")
    }
    return Package(parts, types, relations)


def seal(package: Package) -> bytes:
    """The package as a file: members in one order, with one date, so that the same parts give the same bytes."""
    named = etree.Element(f"{{{PACKAGE}content-types}}Types", nsmap={None: f"{PACKAGE}content-types"})
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(named, f"{{{PACKAGE}content-types}}Default", Extension=ending, ContentType=kind)
    for name, kind in sorted(package.types.items()):
        if name in package.parts:
            etree.SubElement(named, f"{{{PACKAGE}content-types}}Override", PartName=f"/{name}", ContentType=kind)
    members = {TYPES: dump(named), **package.parts}
    members |= {_place(owner): _written(owner, held) for owner, held in package.relations.items() if held}
    sealed = BytesIO()
    with ZipFile(sealed, "w") as container:
        for name in sorted(members, key=lambda name: (name != TYPES, name)):
            member = ZipInfo(name, EPOCH)
            member.compress_type, member.external_attr, member.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            container.writestr(member, members[name])
    return sealed.getvalue()


def reachable(package: Package) -> Iterator[str]:
    """The parts that something relates to, beginning with the package."""
    waiting, seen = [ROOT], {ROOT}
    while waiting:
        owner = waiting.pop()
        for one in package.of(owner):
            if not one.external and one.target in package.parts and one.target not in seen:
                seen.add(one.target)
                waiting.append(one.target)
                yield one.target


def only(package: Package, names: Iterable[str]) -> Package:
    """The package with these parts alone."""
    kept = {ROOT, *names}
    return Package(
        {name: held for name, held in package.parts.items() if name in kept},
        {name: kind for name, kind in package.types.items() if name in kept},
        {owner: held for owner, held in package.relations.items() if owner in kept},
    )


def _owner(name: str) -> str:
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _place(owner: str) -> str:
    folder, file = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations(name: str, data: bytes) -> Iterator[Relation]:
    folder = posixpath.dirname(_owner(name))
    for one in parse(data).iterfind("{*}Relationship"):
        target, external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/" + folder, target.partition("#")[0])).lstrip("/")
        yield Relation(one.get("Id", ""), one.get("Type", ""), target, external)


def _written(owner: str, relations: Iterable[Relation]) -> bytes:
    root = etree.Element(f"{{{PACKAGE}relationships}}Relationships", nsmap={None: f"{PACKAGE}relationships"})
    folder = posixpath.dirname(owner)
    for one in relations:
        target = one.target if one.external else posixpath.relpath("/" + one.target, "/" + folder)
        entry = etree.SubElement(
            root, f"{{{PACKAGE}relationships}}Relationship", Id=one.id, Type=one.type, Target=target
        )
        if one.external:
            entry.set("TargetMode", "External")
    return dump(root)
