"""What a new workspace begins with, when it is not the example: a meeting, and a draft that somebody wrote."""

import json
import re
from pathlib import Path

from communique.diagnostics.diagnostic import Diagnostic

LONGEST_NAME = 60
NOT_IN_A_NAME = re.compile(r"[^\w]+|_+")


def taken_over(draft: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """The body of a speech with the words of a draft, and what had to be guessed; Refused for no plain text."""
    from communique.diagnostics.codes.draft import NO_DRAFT
    from communique.diagnostics.refused import Refused
    from communique.diagnostics.span import start_of
    from communique.read.draft.decoding import decoded
    from communique.read.draft.markdown import markdown_of
    from communique.read.draft.paragraphs import paragraphs_of

    source, guessed = decoded(draft)
    found = paragraphs_of(source)
    if not found.paragraphs:
        raise Refused(NO_DRAFT.at(start_of(source.path), f"{source.path} has no words", "name the file that has them"))
    return markdown_of(found.paragraphs), (*guessed, *found.doubts)


def begin(content: Path, meeting: str, draft: Path | None, language: str, body: str) -> Path:
    """Write a meeting that has a name, or a lone text; the file in which the speech stands."""
    name = named(draft.stem if draft else "", "first")
    if not meeting:
        speech = content / f"{name}.md"
        content.mkdir(parents=True)
    else:
        folder = content / named(meeting, "meeting")
        speech = folder / name / "speech.md"
        speech.parent.mkdir(parents=True)
        (folder / "meeting.yaml").write_text(f"name: {quoted(meeting)}\n", encoding="utf-8")
    header = f"---\nlanguage: {language}\n---\n\n" if language else ""
    speech.write_text(header + body, encoding="utf-8")
    return speech


def settled(settings: str, theme: str, delegation: str, language: str) -> str:
    """The settings with a theme, a delegation and a language of one's own; what is empty stays as it is."""
    old, chosen = (f'theme = "{name}"'.ljust(len('theme = "plain"') + 4) for name in ("plain", theme))
    settings = settings.replace(old, chosen, 1)  # the remark beside it keeps its column
    if language:
        settings = settings.replace('languages = ["en"]', f"languages = [{quoted(language)}]", 1)
    if delegation:
        example = re.compile(r'^# delegation = "Norway"', re.MULTILINE)
        settings = example.sub(lambda _: f"delegation = {quoted(delegation)}", settings, count=1)
    return settings


def named(title: str, otherwise: str) -> str:
    """A title as the name of a folder: its letters and digits, hyphens between; `otherwise` when that is no name."""
    from communique.read.names import fault_in_name

    name = NOT_IN_A_NAME.sub("-", title.casefold())[:LONGEST_NAME].strip("-")
    return name if name and not fault_in_name(name) else otherwise


def quoted(words: str) -> str:
    """A string as YAML 1.2 and TOML both read it."""
    return json.dumps(words, ensure_ascii=False)
