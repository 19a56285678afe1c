"""Where the QR of a printed letter leads: what this office knows of it, for anybody who holds it.

Nobody signs in here. The mark in the QR is what opens the page: it names the letter by a uid
that nobody can guess and brings the digest of what was printed. Only when that is the digest of
the letter's own file is its subject shown, so that the paper can be held against it.
"""

from typing import Any

from flask import Blueprint, redirect, url_for
from flask_babel import lazy_gettext

from saraban.errors import N_, InvalidInput, NotFound
from saraban.paper.own_letter import facts_in_pdf
from saraban.queries.letter_check import LetterFacts, letter_facts
from saraban.rules.letter_mark import CHECK_PATH, PREFIX, facts_digest, mark_in
from saraban.web.answers import page
from saraban.web.forms import Form, LineField, refuse, sent

pages = Blueprint("checking", __name__)


class UnreadableMark(InvalidInput):
    """What was typed or scanned is no mark of a letter."""

    code = "unreadable_mark"
    message_th = N_("ข้อความนี้ไม่ใช่รหัสของหนังสือจากระบบสารบรรณ")


class UnknownMark(NotFound):
    """A mark as ours, of a letter that this installation never issued."""

    code = "unknown_mark"
    message_th = N_("ไม่มีหนังสือตามรหัสนี้ในระบบของหน่วยงานนี้ หนังสืออาจออกจากที่อื่นหรือถูกปลอม")


class CheckForm(Form):
    """The text of a QR, as a reader of QR codes shows it."""

    mark = LineField(lazy_gettext("ข้อความใน QR"))


@pages.route("/check", methods=["GET", "POST"])
def check() -> Any:
    """For those whose telephone does not follow the address: type or paste what the QR says."""
    form = CheckForm()
    if sent(form):
        mark = mark_in((form.mark.data or "").strip())
        if mark is not None:
            code = form.mark.data.strip().rpartition("/")[2].removeprefix(PREFIX)
            return redirect(url_for("checking.marked", code=code), code=303)
        refuse(form, UnreadableMark(field="mark"))
    return page("checking/check.html", form)


@pages.get(f"{CHECK_PATH}<code>")
@pages.get(f"{CHECK_PATH.lower()}<code>")
def marked(code: str) -> Any:
    """What is known of the letter with this mark."""
    mark = mark_in(PREFIX + code.upper())
    if mark is None:
        raise UnknownMark()
    facts = letter_facts(mark.uid)
    if facts is None or facts.number_key != mark.number or facts.dated_on != mark.dated_on:
        raise UnknownMark()
    return page(
        "checking/letter.html",
        mark=mark,
        facts=facts,
        is_same=_is_same(facts, mark.digest),
    )


def _is_same(facts: LetterFacts, digest: str) -> bool | None:
    """Whether the letter's own file holds the facts of this digest; None when it has no file."""
    if facts.content is None:
        return None
    inside = facts_in_pdf(facts.content)
    return inside is not None and facts_digest(inside) == digest
