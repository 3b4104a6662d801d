"""Figures beside the speech: each must be one that the room hears, or a fact that says where it comes from."""

from collections.abc import Iterator

from communique.check.reading import Reading
from communique.check.said import Said, SaidFigure
from communique.diagnostics.codes.check import DRIFTING_FIGURE, UNSOURCED_FIGURE
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.model.block import Objective, Point, Question


def drifting_figures(reading: Reading) -> Iterator[Diagnostic]:
    """A figure in a point, question or background that the statement does not say as it is read.

    What a question asks is said by others; a figure that comes from a fact is asked for its source
    elsewhere (`facts`). Counts in words up to
    twelve only warn: "two ways" is as often a turn of speech.
    """
    for one in reading.figures_beside:
        if (
            one.line.is_cue
            or one.facts
            or isinstance(one.line.block, Question)
            or isinstance(one.line.aside, Objective)
        ):
            continue
        if not reading.said.has(one.figure):
            yield _finding(one, reading.said, only_circulated=reading.circulated.has(one.figure))


def _finding(one: SaidFigure, said: Said, *, only_circulated: bool) -> Diagnostic:
    drifts = isinstance(one.line.aside, Point) and not one.figure.small and not only_circulated
    code = DRIFTING_FIGURE if drifts else UNSOURCED_FIGURE
    near = said.nearest(one.figure, one.words)
    if only_circulated:
        message = f"{one.words} stands only in what is circulated, not in what is read out"
    elif near:
        message = f"{one.words}: the statement says {near.told()}"
    else:
        message = f"{one.words}: the statement says no such figure"
    related = (Related(near.span, "the statement says it here"),) if near and near.span and not only_circulated else ()
    return code.at(one.span, message, _help(near), related)


def _help(near: SaidFigure | None) -> str:
    if near and near.facts:
        return f"write {{{{ {near.facts[0].fact} }}}}, so that it follows the fact"
    return "say the figure in the statement, or give it as a fact with its source"
