"""The forms of address of each language, as data."""

from functools import cache
from pathlib import Path

from communique.model.salutations import Forms
from communique.read.fields import Day, Words
from communique.read.sources import read_source
from communique.read.typed import Form, fill
from communique.read.yaml_tree import parse_mapping

SHIPPED = Path(__file__).parents[1] / "data" / "salutations"


class SalutationsForm(Form):
    """The keys of a language's file."""

    source: Words
    checked: Day
    addressees: tuple[Words, ...]
    before: tuple[Words, ...] = ()
    joints: tuple[Words, ...] = ()
    thanks: tuple[Words, ...] = ()
    after: tuple[Words, ...] = ()


@cache
def forms_of_address(language: str) -> Forms | None:
    """The forms of a language, or of the language it is a variety of; None when there are none yet."""
    path = SHIPPED / f"{language.split('-', maxsplit=1)[0]}.yaml"
    if not path.is_file():
        return None
    form = fill(SalutationsForm, parse_mapping(read_source(path, f"data/salutations/{path.name}", SHIPPED)))
    return Forms(language, form.addressees, form.before, form.joints, form.thanks, form.after)
