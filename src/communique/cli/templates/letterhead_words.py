"""What a letterhead is made of, as lines for a person."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.write.letterhead.report import LetterheadReport


def as_text(report: "LetterheadReport") -> list[str]:
    """The report: its size, its parts, where the placeholders stand, which styles it has and gets."""
    from communique.write.letterhead.report import has_body

    page, text = report.size
    lines = [f"{report.name}: a page of {page} mm, a text of {text} mm", f"  parts: {', '.join(report.parts)}"]
    lines += [f"  {name} in {where}" for name, where in report.placeholders]
    if not has_body(report):
        lines.append("  no {{ body }}: the text comes after the fixed words")
    lines.append(f"  styles that it has: {', '.join(_style(*pair) for pair in report.kept) or 'none'}")
    lines.append(f"  styles that the theme adds: {', '.join(report.added) or 'none'}")
    return lines


def _style(ours: str, theirs: str) -> str:
    return ours if ours.lower() == theirs.lower() else f"{ours} ({theirs})"
