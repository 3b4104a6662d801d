"""Carrying our parts over to the letterhead's package, under names and relations of their own."""

from dataclasses import replace

from communique.write.letterhead.package import OFFICE, ROOT, Element, Package, Relation
from communique.write.letterhead.travel import RELATED

JOINED = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "header", "footer", "footnotes", "endnotes"}
)
"""Relations of our text that are joined elsewhere, or give way to the letterhead's."""

OURS = "cq"
"""Before the identities of our relations, so that none meets one of the letterhead's."""


def carry_over(package: Package, ours: Package) -> Package:
    """The letterhead's package with everything else that our text relates to, and with our properties alone."""
    for relation in ours.of(ours.main):
        if relation.kind in JOINED:
            continue
        name = relation.target
        if not relation.external:
            package, name = _carried(package, ours, relation.target)
        package = package.relating(package.main, replace(renamed(relation), target=name))
    for relation in ours.of(ROOT):
        if relation.kind != "officeDocument":
            package, name = _carried(package, ours, relation.target)
            package = package.relating(ROOT, replace(renamed(relation), target=name))
    if not package.related("theme"):
        theme = ours.related("theme")
        package = put_part(package, "theme", "word/theme/theme1.xml", ours.parts[theme], ours.types[theme])
    return package


def put_part(package: Package, kind: str, name: str, data: bytes, content_type: str) -> Package:
    """The package with the text's part of that kind replaced, or put in."""
    known = package.related(kind)
    if known:
        return package.with_part(known, data)
    free = package.free(name)
    relation = Relation(f"{OURS}{kind.capitalize()}", OFFICE + kind, free)
    return package.with_part(free, data, content_type).relating(package.main, relation)


def point_anew(root: Element) -> None:
    """Let what our markup refers to be our relations, as they are called here."""
    for element in root.iter():
        for name in RELATED:
            ident = element.get(name)
            if ident:
                element.set(name, OURS + ident)


def renamed(relation: Relation) -> Relation:
    """A relation of ours as it is called here."""
    return replace(relation, id=OURS + relation.id)


def _carried(package: Package, ours: Package, part: str) -> tuple[Package, str]:
    """A part of ours, with those it relates to."""
    name = package.free(part)
    package = package.with_part(name, ours.parts[part], ours.types[part])
    for relation in ours.of(part):
        target = relation.target
        if not relation.external:
            package, target = _carried(package, ours, relation.target)
        package = package.relating(name, replace(relation, target=target))
    return package, name
