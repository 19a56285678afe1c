"""Habits of the templates that keep the pages safe, translatable and free of inline code.

The pages are served under a content security policy that runs no inline script or style, so
one that slipped in would silently do nothing.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, meta

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
# Printed forms and mails meet no such policy, and are in Thai by their nature.
APART = ("print/", "mail/")

FILES = [path for path in sorted(TEMPLATES.rglob("*")) if path.suffix in {".html", ".txt", ".svg"}]
NAMES = [path.relative_to(TEMPLATES).as_posix() for path in FILES]
PAGES = [name for name in NAMES if not name.startswith(APART) and not name.endswith(".txt")]

BANNED = {
    r"\|\s*safe\b": "|safe: let autoescape work, or hand in Markup from Python",
    r"\bautoescape\s+false": "autoescape stays on",
    r"\b543\b": "a year of the Buddhist era comes from the thai_date filter",
}
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?\bendtrans\s*-?%\}", re.DOTALL)
THAI = re.compile("[\u0e01-\u0e5b]")


def source_of(name):
    return (TEMPLATES / name).read_text(encoding="utf-8")


def without_jinja(source):
    """The mark-up alone, line for line; what Jinja would fill in is a single X."""
    for pattern in (TRANSLATED, JINJA):
        source = pattern.sub(lambda found: "X" + "\n" * found[0].count("\n"), source)
    return source


class FaultFinder(HTMLParser):
    """Notes each tag that carries code or style of its own, or an attribute without quotes."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.faults = []

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        bare = re.sub(r"\"[^\"]*\"|'[^']*'", '""', self.get_starttag_text())
        if re.search(r"=\s*[^\s>\"]", bare):
            self.note(tag, "has an attribute without quotes")
        if tag == "style" or "style" in names:
            self.note(tag, "is styled inline: give it a class")
        if tag == "script" and "src" not in names:
            self.note(tag, "holds its script inline: put it in a file")
        for name, value in attrs:
            if name.startswith(("on", "hx-on")) or (value or "").startswith(("javascript:", "js:")):
                self.note(tag, f"runs code from its attribute {name}")

    def note(self, tag, fault):
        self.faults.append(f"line {self.getpos()[0]}: <{tag}> {fault}")


def test_there_are_templates():
    assert PAGES


@pytest.mark.parametrize("name", NAMES)
def test_a_template_parses_and_what_it_builds_on_exists(name):
    jinja = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)

    parsed = jinja.parse(source_of(name), name, str(TEMPLATES / name))

    used = meta.find_referenced_templates(parsed)
    assert [other for other in used if other and other not in NAMES] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_template_uses_nothing_that_is_banned(name):
    source = source_of(name)

    assert [reason for pattern, reason in BANNED.items() if re.search(pattern, source)] == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<button onclick="go()">',
        '<button hx-on:click="go()">',
        '<a href="javascript:go()">',
        "<input name=subject>",
        "<input value={{ subject }}>",
    ],
)
def test_a_faulty_tag_is_found(markup):
    finder = FaultFinder()

    finder.feed(without_jinja(markup))

    assert len(finder.faults) == 1


def test_a_good_page_has_no_fault():
    finder = FaultFinder()

    finder.feed(
        without_jinja(
            """<script src="{{ url_for('static', filename='vendor/htmx.min.js') }}" defer></script>
            <option value="{{ kind }}"{% if is_chosen %} selected{% endif %}>{{ kind }}</option>
            {{ field(name="a>b", label=_("เรื่อง")) }}<input required class='a {{ "b" }}'>"""
        )
    )

    assert finder.faults == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_inline_code_and_quotes_its_attributes(name):
    finder = FaultFinder()

    finder.feed(without_jinja(source_of(name)))

    assert finder.faults == []


@pytest.mark.parametrize("name", PAGES)
def test_the_words_of_a_page_are_marked_for_translation(name):
    unmarked = [
        f"line {number}: {line.strip()}"
        for number, line in enumerate(without_jinja(source_of(name)).splitlines(), 1)
        if THAI.search(line) and 'lang="th"' not in line
    ]

    assert unmarked == []
