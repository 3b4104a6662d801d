"""The types of expressions in a template, as far as the model says them, and what is wrong on the way there."""

from collections.abc import Mapping

from jinja2 import nodes
from jinja2.environment import Environment

from communique.diagnostics.codes import render as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Source
from communique.render.filters import FILTERS, JINJA_FILTERS
from communique.render.given import GIVEN, Meant, attributes, elements, every_attribute, members
from communique.render.proof_notes import Notes

ANYTHING: Meant = None
"""The type of what nobody can say."""

OF_A_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "previtem", "nextitem")
IN_A_MACRO = ("caller", "varargs", "kwargs", "loop", "super", "self")
KEEPING = frozenset({"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"})
"""Filters that give what they were given, or fewer of it."""
PICKING = frozenset({"first", "last", "min", "max"})
BY_ATTRIBUTE = frozenset({"map", "selectattr", "rejectattr", "sort", "unique", "groupby", "sum", "min", "max"})


class Macros:
    """What a file of macros offers: the type of a name that `import` gives."""

    def __init__(self, source: Source, tree: nodes.Template) -> None:
        self.path = source.path
        self.macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}


def has_type(meant: Meant) -> bool:
    """False of what nobody can say the type of, and of macros."""
    return meant is not ANYTHING and not isinstance(meant, Macros | nodes.Macro)


class Expressions:
    """Works out the types of expressions; `names` are those known at a place, each with its type."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.filters = {function.__name__: function for function in FILTERS}
        self.tests = set(Environment().tests)

    def type(self, node: nodes.Node, names: Mapping[str, Meant]) -> Meant:
        """The type of an expression, as far as it can be said; what is wrong in it is told."""
        match node:
            case nodes.Name():
                return self._name(node, names)
            case nodes.Getattr():
                return self._attribute(node.lineno, self.type(node.node, names), node.attr)
            case nodes.Getitem():
                return self._item(node, names)
            case nodes.Filter():
                return self._filter(node, names)
            case nodes.Test():
                return self._test(node, names)
            case nodes.Call():
                return self._call(node, names)
            case nodes.Or() | nodes.And():
                self.type(node.left, names)
                return self.type(node.right, names) if isinstance(node, nodes.And) else ANYTHING
            case nodes.Concat():
                self.notes.add(
                    codes.TEMPLATE_SYNTAX, node.lineno, "~", "print one expression after another, not joined by ~", ""
                )
        for child in node.iter_child_nodes():
            self.type(child, names)
        return ANYTHING

    def _name(self, node: nodes.Name, names: Mapping[str, Meant]) -> Meant:
        if node.name not in names:
            self.notes.unknown(node.lineno, node.name, tuple(names), "a template gets", tuple(GIVEN))
        return names.get(node.name, ANYTHING)

    def _attribute(self, line: int, owner: Meant, name: str) -> Meant:
        if isinstance(owner, Macros):
            if name not in owner.macros:
                self.notes.unknown(line, name, tuple(owner.macros), f"{owner.path} has")
            return owner.macros.get(name, ANYTHING)
        if not has_type(owner) or not members(owner) or object in members(owner):
            if name not in every_attribute() and name not in OF_A_LOOP:
                self.notes.unknown(line, name, tuple(every_attribute()), "no value of ours has it; there are", ())
            return ANYTHING
        known = attributes(owner)
        if name not in known:
            called = " or ".join(getattr(member, "__name__", "a list") for member in members(owner))
            whose = f"{called} has" if len(members(owner)) <= 3 else "a block has"
            self.notes.unknown(line, name, tuple(known), whose)
            return ANYTHING
        if name == "audience" and "Edition" in {member.__name__ for member in members(owner)}:
            message = "a template does not ask who reads: it gets the edition of one audience"
            self.notes.add(
                codes.ASKED_AUDIENCE, line, name, message, "print what the edition has; the rest is not in it"
            )
        return ANYTHING if known[name] is object else known[name]

    def _item(self, node: nodes.Getitem, names: Mapping[str, Meant]) -> Meant:
        owner = self.type(node.node, names)
        self.type(node.arg, names)
        if not has_type(owner):
            return ANYTHING
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._attribute(node.lineno, owner, node.arg.value)
        return owner if isinstance(node.arg, nodes.Slice) else elements(owner)

    def _filter(self, node: nodes.Filter, names: Mapping[str, Meant]) -> Meant:
        given = self.type(node.node, names) if node.node is not None else ANYTHING
        for child in (*node.args, *node.kwargs):
            self.type(child, names)
        if node.name not in self.filters and node.name not in JINJA_FILTERS:
            known = (*self.filters, *JINJA_FILTERS)
            near = did_you_mean(node.name, known) or f"filters: {', '.join(sorted(known))}"
            self.notes.add(codes.UNKNOWN_FILTER, node.lineno, node.name, f'there is no filter "{node.name}"', near)
        asked = self._asked_attribute(node)
        inner = elements(given) if has_type(given) else ANYTHING
        got = self._attribute(node.lineno, inner, asked) if asked else ANYTHING
        if node.name in KEEPING:
            return given
        if node.name in PICKING:
            return inner
        return tuple[got, ...] if node.name == "map" and got is not ANYTHING else ANYTHING  # type: ignore[valid-type]

    def _asked_attribute(self, node: nodes.Filter) -> str:
        """The attribute that a filter looks at in each element: `map(attribute="as_of")`, `selectattr("free")`."""
        if node.name not in BY_ATTRIBUTE:
            return ""
        named = next((pair.value for pair in node.kwargs if pair.key == "attribute"), None)
        first = node.args[0] if node.args and node.name.endswith(("attr", "groupby")) else None
        asked = named or first
        return asked.value if isinstance(asked, nodes.Const) and isinstance(asked.value, str) else ""

    def _test(self, node: nodes.Test, names: Mapping[str, Meant]) -> Meant:
        if node.name in {"defined", "undefined"} and isinstance(node.node, nodes.Name):
            return bool
        if node.name not in self.tests:
            near = did_you_mean(node.name, self.tests)
            self.notes.add(codes.UNKNOWN_FILTER, node.lineno, node.name, f'there is no test "{node.name}"', near)
        for child in node.iter_child_nodes():
            self.type(child, names)
        return bool

    def _call(self, node: nodes.Call, names: Mapping[str, Meant]) -> Meant:
        called = self.type(node.node, names)
        for child in (*node.args, *node.kwargs):
            self.type(child, names)
        if isinstance(called, nodes.Macro) and node.dyn_args is None and node.dyn_kwargs is None:
            known = [argument.name for argument in called.args]
            for pair in node.kwargs:
                if pair.key not in (*known, "caller"):
                    self.notes.unknown(node.lineno, pair.key, tuple(known), f"{called.name} takes", tuple(known))
            if len(node.args) > len(known):
                message = f"{called.name} takes {len(known)} values, and is given {len(node.args)}"
                self.notes.add(codes.FAILED_EXPRESSION, node.lineno, called.name, message)
        return ANYTHING
