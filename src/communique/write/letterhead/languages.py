"""The language of the letterhead's own words, which may be another than that of the paper."""

from communique.write.letterhead.package import Element, W

AFTER = frozenset(f"{W}{name}" for name in ("eastAsianLayout", "specVanish", "oMath"))


def language_of(styles: Element) -> Element | None:
    """The `w:lang` that the letterhead's words have unless they say another."""
    normal = styles.find(f"{W}style[@{W}default='1'][@{W}type='paragraph']/{W}rPr/{W}lang")
    return normal if normal is not None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")


def keep_language(root: Element, language: Element | None) -> None:
    """Say the language on each run of words, since the styles will speak that of the paper."""
    value = language.get(f"{W}val") if language is not None else None
    for run in root.iter(f"{W}r") if value else ():
        if run.find(f"{W}t") is None or run.find(f"{W}rPr/{W}lang") is not None:
            continue
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = run.makeelement(f"{W}rPr")
            run.insert(0, properties)
        said = run.makeelement(f"{W}lang")
        said.set(f"{W}val", value)
        later = [one for one in properties if one.tag in AFTER or not one.tag.startswith(W)]
        properties.insert(properties.index(later[0]) if later else len(properties), said)
