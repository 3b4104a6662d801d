"""Proofreading: what would go wrong in a template, found in its text, without a speech and without a page.

Names are followed through loops, `with` and `set` as far as the types of the model lead; what a macro is
handed has no type, and may be asked for anything that some value of ours has.
"""

from collections.abc import Mapping, Sequence

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import Environment

from communique.diagnostics.codes import render as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, start_of
from communique.model.templates import Templates
from communique.render.environment import without_front_matter
from communique.render.expressions import ANYTHING, IN_A_MACRO, Expressions, Macros, has_type
from communique.render.given import GIVEN, Meant, elements, parts
from communique.render.outside import refuse_outside
from communique.render.proof_notes import Notes
from communique.render.template_places import quoted_place

Trees = Mapping[str, tuple[Source, nodes.Template]]


def proofread(templates: Templates) -> tuple[Diagnostic, ...]:
    """Every fault that can be seen in the texts of these templates, by file and line."""
    found: list[Diagnostic] = []
    trees: dict[str, tuple[Source, nodes.Template]] = {}
    for name in templates:
        source = templates.get(name)
        if source is not None:
            found += _outside(source)
            try:
                trees[name] = source, parsed(source)
            except TemplateSyntaxError as fault:
                message = (fault.message or "").rstrip(".")
                place = quoted_place(source, fault.lineno, message)
                found.append(codes.TEMPLATE_SYNTAX.at(place, message, "each {% if %}, {% for %} ... has its end"))
    offered = {name: Macros(*tree) for name, tree in trees.items()}
    for source, tree in trees.values():
        found += _Reader(source, offered, trees).read(tree)
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.span or start_of("")))


def parsed(source: Source) -> nodes.Template:
    """The tree of a template, its lines those of the file."""
    return Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True).parse(without_front_matter(source))


def _outside(source: Source) -> tuple[Diagnostic, ...]:
    try:
        refuse_outside(source)
    except Refused as refused:
        return refused.diagnostics
    return ()


class _Reader:
    """Reads one template; `names` are those known at a place, each with its type."""

    def __init__(self, source: Source, offered: Mapping[str, Macros], trees: Trees) -> None:
        self.offered, self.trees = offered, trees
        self.notes = Notes(source)
        self.expressions = Expressions(self.notes)

    def read(self, tree: nodes.Template) -> list[Diagnostic]:
        """All that is wrong in it."""
        top: dict[str, Meant] = {**GIVEN, **dict.fromkeys(("super", "self"), ANYTHING)}
        for node in tree.body:
            self._declare(node, top)
        self._blocks_of_the_parent(tree)
        self._all(tree.body, top)
        return self.notes.found

    def _declare(self, node: nodes.Node, names: dict[str, Meant]) -> None:
        """Macros and imports of the whole file: a macro may call one that stands below it."""
        match node:
            case nodes.Macro():
                names[node.name] = node
            case nodes.Import():
                names[node.target] = self._offered(node)
            case nodes.FromImport():
                given = self._offered(node)
                for name in node.names:
                    known, called = name if isinstance(name, tuple) else (name, name)
                    names[called] = ANYTHING
                    if isinstance(given, Macros) and known not in given.macros:
                        self.notes.unknown(node.lineno, known, tuple(given.macros), f"{given.path} has")
            case nodes.Assign():
                self._bind(node.target, ANYTHING, names)

    def _offered(self, node: nodes.Import | nodes.FromImport) -> Meant:
        return self._named(node.template, node.lineno)

    def _named(self, template: nodes.Expr, line: int) -> Meant:
        """The file of an import, include or extends; a finding when there is none."""
        if not isinstance(template, nodes.Const) or not isinstance(template.value, str):
            return ANYTHING
        if template.value in self.offered:
            return self.offered[template.value]
        if template.value not in self.trees:
            near = did_you_mean(template.value, self.trees) or "the name is that below the template folder"
            self.notes.add(
                codes.MISSING_PARTIAL, line, template.value, f'there is no template "{template.value}"', near
            )
        return ANYTHING

    def _bind(self, target: nodes.Node, meant: Meant, names: dict[str, Meant]) -> None:
        """A target of a loop, a `set` or a `with`; of several, each its part."""
        if isinstance(target, nodes.Name):
            names[target.name] = meant
        elif isinstance(target, nodes.Tuple):
            inner = parts(meant) if has_type(meant) else ()
            for number, item in enumerate(target.items):
                self._bind(item, inner[number] if len(inner) == len(target.items) else ANYTHING, names)

    def _walk(self, node: nodes.Node, names: dict[str, Meant]) -> None:
        match node:
            case nodes.Expr():
                self.expressions.type(node, names)
            case nodes.For():
                self._loop(node, names)
            case nodes.With():
                inner = dict(names)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self.expressions.type(value, names), inner)
                self._all(node.body, inner)
            case nodes.Assign():
                self._bind(node.target, self.expressions.type(node.node, names), names)
            case nodes.AssignBlock():
                self._bind(node.target, str, names)
                self._all(node.body, dict(names))
            case nodes.Macro() | nodes.CallBlock():
                self._macro(node, names)
            case nodes.Import() | nodes.FromImport():
                pass
            case nodes.Include() | nodes.Extends():
                self._named(node.template, node.lineno)
            case nodes.ScopedEvalContextModifier():
                self.notes.add(codes.TEMPLATE_SYNTAX, node.lineno, "autoescape", "the escaping stays on")
            case _:
                self._all(list(node.iter_child_nodes()), names)

    def _all(self, body: Sequence[nodes.Node], names: dict[str, Meant]) -> None:
        for node in body:
            self._walk(node, names)

    def _loop(self, node: nodes.For, names: dict[str, Meant]) -> None:
        over = self.expressions.type(node.iter, names)
        inner = {**names, "loop": ANYTHING}
        given = elements(over) if has_type(over) else ANYTHING
        self._bind(node.target, ANYTHING if given is object else given, inner)
        if node.test is not None:
            self.expressions.type(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, dict(names))

    def _macro(self, node: nodes.Macro | nodes.CallBlock, names: dict[str, Meant]) -> None:
        for default in node.defaults:
            self.expressions.type(default, names)
        if isinstance(node, nodes.CallBlock):
            self.expressions.type(node.call, names)
        inner = {**names, **dict.fromkeys(IN_A_MACRO, ANYTHING)}
        for argument in node.args:
            inner[argument.name] = ANYTHING
        self._all(node.body, inner)

    def _blocks_of_the_parent(self, tree: nodes.Template) -> None:
        """A block that a child fills has to be one of its parents, or its words are dropped in silence."""
        name = above = _parent(tree)
        known = set[str]()
        while above in self.trees:
            tree_above = self.trees[above][1]
            known |= {block.name for block in tree_above.find_all(nodes.Block)}
            above = _parent(tree_above)
        if name not in self.trees:
            return
        for block in tree.find_all(nodes.Block):
            if block.name not in known:
                near = did_you_mean(block.name, known) or f"{name} has {', '.join(sorted(known)) or 'none'}"
                self.notes.add(
                    codes.UNKNOWN_NAME, block.lineno, block.name, f'{name} has no block "{block.name}"', near
                )


def _parent(tree: nodes.Template) -> str:
    """The template that a template extends, when it is named outright."""
    extends = tree.find(nodes.Extends)
    return str(extends.template.value) if extends and isinstance(extends.template, nodes.Const) else ""
