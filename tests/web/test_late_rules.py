"""Addresses are made as Werkzeug makes them, but compiled only for pages that are asked for."""

import pytest
from werkzeug.routing import Map, Rule

from saraban.web.late_rules import LateRule

SHAPES = ("/letters", "/letters/<uid>", "/registers/<uid>/<int:year>/", "/files/<path:name>")


@pytest.fixture
def compiled(monkeypatch):
    """The addresses that Werkzeug was made to compile."""
    asked = []
    eager = Rule._compile_builder

    def noted(rule, append_unknown=True):
        asked.append(rule.rule)
        return eager(rule, append_unknown)

    monkeypatch.setattr(Rule, "_compile_builder", noted)
    return asked


def addresses(rule_class):
    urls = Map([rule_class(shape, endpoint=shape) for shape in SHAPES])
    return urls.bind("saraban.example")


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        ("/letters", {}),
        ("/letters", {"page": 2, "q": "ว ๓๗๙๙"}),
        ("/letters/<uid>", {"uid": "ก/ข?"}),
        ("/registers/<uid>/<int:year>/", {"uid": "รับ", "year": 2565, "line": "๑"}),
        ("/files/<path:name>", {"name": "ก/ข.pdf"}),
    ],
)
def test_an_address_is_the_one_that_werkzeug_makes(shape, values):
    late, plain = addresses(LateRule), addresses(Rule)

    assert late.build(shape, values) == plain.build(shape, values)


def test_only_the_addresses_asked_for_are_compiled_and_once(compiled):
    urls = addresses(LateRule)
    assert compiled == []

    for _ in range(2):
        urls.build("/letters/<uid>", {"uid": "1"})

    assert compiled == ["/letters/<uid>"]


def test_an_application_starts_without_compiling_any(compiled, app):
    before = len(compiled)

    with app.test_request_context():
        app.url_for("letters.letter", uid="1")

    assert (before, len(compiled)) == (0, 1)
