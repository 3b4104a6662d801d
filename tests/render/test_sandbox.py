"""A template cannot reach what is not given to it, fill the memory, or work for ever; the line that tries is named."""

import pytest

from communique.render import sandbox
from render.test_faults import refused

MUCH = "a" * 2000
EXCESSES = {
    "{{ 'a' * 10000000000 }}": "* is for numbers",
    "{{ [edition] * 10000000000 }}": "* is for numbers",
    "{{ 9 ** 99999999 }}": "such numbers",
    "{{ 99999999999 ** 2 }}": "such numbers",
    "{{ '%999999999d' % 3 }}": "% is for numbers",
    f"{{{{ ('{MUCH}'|list)|join('{MUCH}') }}}}": "more than 1 000 000",
    f"{{{{ '{MUCH}'|replace('a', '{MUCH}') }}}}": "more than 1 000 000",
    "{{ [1]|batch(10000000000, 'x')|list|length }}": "more than 1 000 000",
    "{{ [1]|slice(10000000000)|list|length }}": "more than 1 000 000",
    "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}": "without end",
    "{% include 'trial.html' %}": "without end",
}


@pytest.mark.parametrize(("text", "said"), EXCESSES.items(), ids=[text[:30] for text in EXCESSES])
def test_what_would_fill_the_memory_is_refused_at_its_line(text, said):
    (finding,) = refused(f"<p>\n{text}</p>")
    assert finding.code.number == "CQ408" and said in finding.message
    assert finding.span is not None and finding.span.line == 2


INSIDES = ["''.__class__.__mro__", "edition|attr('__class__')", "edition.__init__", "labels.__call__.__globals__"]
PADDED = ["'a'.ljust(9999999999)", "'a'.zfill(9999999999)", "'{:>9999999999}'.format(1)", "'a'.replace('a', 'b')"]


@pytest.mark.parametrize("expression", INSIDES + PADDED)
def test_insides_and_ways_to_multiply_words_are_out_of_reach(expression):
    (finding,) = refused(f"<p>\n{{{{ {expression} }}}}</p>")
    assert finding.code.number in {"CQ404", "CQ406"} and finding.span is not None and finding.span.line == 2


def test_loops_without_end_are_ended(monkeypatch):
    monkeypatch.setattr(sandbox, "SECONDS", 0.1)
    letters = "'abcdefghijklmnopqrstuvwxyz0123456789'"
    loops = "".join(f"{{% for a{depth} in {letters} %}}" for depth in range(12)) + "{% endfor %}" * 12
    (finding,) = refused(f"<p>\n{loops}</p>")
    assert finding.code.number == "CQ408" and "seconds" in finding.message
    assert finding.span is not None and finding.span.line == 2


def test_what_templates_need_works():
    text = "{{ 7 * 6 }} {{ 7 % 4 }} {{ ('a' + 'b').upper() }} {{ ['x', 'y']|join(', ') }} {{ 'aXb'|replace('X', '-') }}"
    environment = sandbox.Sandbox()
    assert environment.from_string(text).render() == "42 3 AB x, y a-b"
