"""What a version of an answer says otherwise than the one before it."""

from dataclasses import dataclass
from itertools import pairwise

from flask_babel import gettext as _

from saraban.queries.answer_versions import AnswerVersion
from saraban.rules.answers import THAI_ANSWER
from saraban.web.report_fields import ShownValue, shown_values
from saraban.web.words import in_digits


@dataclass(frozen=True)
class Changed:
    """One thing that differs: its name, what it was, what it is; – where there was nothing."""

    label: str
    before: str
    after: str


def changes_of(versions: tuple[AnswerVersion, ...]) -> dict[int, list[Changed]]:
    """By a version's number what it changed; versions are newest first, the first changed nothing.

    Fields are the same by their labels: the form may have been published anew in between.
    """
    pairs = pairwise(versions)
    return {one.version: _changes(before, one) for one, before in pairs}


def _changes(before: AnswerVersion, after: AnswerVersion) -> list[Changed]:
    one, two = _facts(before), _facts(after)
    return [
        Changed(label, one.get(label, "–"), two.get(label, "–"))
        for label in dict.fromkeys([*two, *one])
        if one.get(label, "–") != two.get(label, "–")
    ]


def _facts(version: AnswerVersion) -> dict[str, str]:
    """Everything a version says in words, by its name on the page."""
    facts = {str(_("คำตอบ")): str(_(THAI_ANSWER[version.answer]))}
    if version.form is not None:
        for value in shown_values(version.form, version.values):
            facts[value.label] = _words(value)
        for field in version.form.asking:
            if field.is_evidence:
                facts[field.label] = _files([line.name for line in version.evidence_of(field.key)])
    facts[str(_("ข้อความประกอบ หรือเหตุผล"))] = version.text or "–"
    return facts


def _words(value: ShownValue) -> str:
    return "\n".join(" · ".join(row) for row in value.rows) if value.rows else value.text


def _files(names: list[str]) -> str:
    if not names:
        return "–"
    count = str(_("%(count)s ไฟล์", count=in_digits(len(names))))
    return f"{count}: {', '.join(names)}"
