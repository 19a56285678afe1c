"""An answer to a duty as it was filled in, and what is refused of it before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from saraban.desk.evidence import Chosen
from saraban.desk.filing import NewFile
from saraban.errors import InvalidInput, LetterNotFound, MissingField, PassedToItself, TextTooLong
from saraban.queries.visibility import sees_letter
from saraban.records import DeclaredEntry, Letter, ReportFormVersion, Unit
from saraban.rules.answers import Answer
from saraban.rules.days import day_of
from saraban.rules.duty_answers import MOST_TEXT, NEEDS_REASON
from saraban.rules.permissions import Actor
from saraban.rules.report_form_text import parse_form
from saraban.rules.report_values import Typed, read_answers
from saraban.thai.text import clean_line


@dataclass(frozen=True)
class Declared:
    """What was entered in another system: its number there, on which day, by whom."""

    system: str
    number: str
    entered_on: date | None
    entered_by: str


@dataclass(frozen=True, kw_only=True)
class DutyAnswer:
    """An answer as it was filled in.

    typed is what stood in the form's fields (rules.report_values), evidence the files that were
    sent up for them, files those that came with the page itself. parts are the uids of reports of
    the level below that it sums up.
    """

    answer: str
    text: str = ""
    typed: Mapping[str, Typed] = field(default_factory=dict)
    form_version_id: int | None = None
    evidence: Sequence[Chosen] = ()
    files: Sequence[NewFile] = ()
    passed_to_uid: str = ""
    covered_by_uid: str = ""
    declared: Declared | None = None
    parts: Sequence[str] = ()


def words_of(said: DutyAnswer) -> str:
    """The words said with it; refused where its kind needs more than was said."""
    if said.answer not in set(Answer):
        raise InvalidInput(field="answer")
    words = said.text.strip()
    if len(words) > MOST_TEXT:
        raise TextTooLong(field="text", most=MOST_TEXT)
    has_more = bool(said.form_version_id or said.evidence or said.files)
    is_bare_report = said.answer == Answer.REPORT and not has_more
    if not words and (said.answer in NEEDS_REASON or is_bare_report):
        raise MissingField(field="text")
    if said.answer == Answer.ELSEWHERE:
        _refuse_undeclared(said.declared)
    return words


def _refuse_undeclared(declared: Declared | None) -> None:
    if declared is None or not clean_line(declared.system):
        raise MissingField(field="system")
    if not clean_line(declared.number):
        raise MissingField(field="entry_number")
    for name, column, text in (
        ("system", DeclaredEntry.system, declared.system),
        ("entry_number", DeclaredEntry.number, declared.number),
        ("entered_by", DeclaredEntry.entered_by, declared.entered_by),
    ):
        if len(clean_line(text)) > column.max_length:
            raise TextTooLong(field=name, most=column.max_length)


def values_of(said: DutyAnswer, *, at: datetime) -> dict[str, Any]:
    """The form's fields as values; the first that is wrong is refused, named by its key."""
    if said.answer != Answer.REPORT or said.form_version_id is None:
        return {}
    version = ReportFormVersion.get_or_none(ReportFormVersion.id == said.form_version_id)
    if version is None:
        raise InvalidInput(field="form_version")
    counts: dict[str, int] = {}
    for chosen in said.evidence:
        counts[chosen.field] = counts.get(chosen.field, 0) + 1
    read = read_answers(parse_form(version.definition), said.typed, today=day_of(at), counts=counts)
    for key, error in read.errors.items():
        error.field = key
        raise error
    return read.values


def passed_to_of(actor: Actor, said: DutyAnswer) -> int | None:
    """The id of the unit that it was passed on to, None for another answer."""
    if said.answer != Answer.PASSED_ON:
        return None
    if not said.passed_to_uid:
        raise MissingField(field="passed_to")
    unit = Unit.get_or_none(Unit.uid == said.passed_to_uid)
    if unit is None:
        raise InvalidInput(field="passed_to")
    if unit.id == actor.unit_id:
        raise PassedToItself()
    return int(unit.id)


def covered_by_of(actor: Actor, said: DutyAnswer) -> int | None:
    """The id of the letter that answered it already, None for another answer."""
    if said.answer != Answer.COVERED:
        return None
    if not said.covered_by_uid:
        raise MissingField(field="covered_by")
    letter = Letter.get_or_none(Letter.uid == said.covered_by_uid)
    if letter is None or not sees_letter(actor, letter.id):
        refusal = LetterNotFound(uid=said.covered_by_uid)
        refusal.field = "covered_by"
        raise refusal
    return int(letter.id)
