"""What the asks of one letter mean together: one may say what another is, or take its place."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from saraban.rules.letter_reading.duties import ask_words as said, charge_words as charges
from saraban.rules.letter_reading.duties.ask_found import AskFound


def taken_together(found: Sequence[AskFound], paragraphs: Sequence[str]) -> list[AskFound]:
    """The asks in the order found, each once a paragraph, those that others explain left out.

    paragraphs are toneless; the asks' places are counted in them.
    """
    if any(one.ask == "ประชาสัมพันธ์" for one in found):
        found = [one for one in found if not _is_help(one, paragraphs)]
    first: dict[tuple[str, int], AskFound] = {}
    for one in found:
        first.setdefault(_place(one), one)
    kept = list(first.values())
    seen = {one.ask for one in kept}
    reports = [one for one in kept if one.ask == "รายงาน"]
    if any(not _is_nil(one, paragraphs) for one in reports):
        # What is sent to somebody is then the report.
        kept = [one for one in kept if not _is_report_sent(one, paragraphs)]
    if reports:
        reported = {one.paragraph for one in reports}
        kept = [
            one
            for one in kept
            if not _is_to_report_only(one, paragraphs, reported)
            and not _is_opinion_reported(one, paragraphs, reported)
        ]
    if (
        seen & said.WEIGHED and not seen & said.DONE
    ):  # who weighs a request answers, and reports nothing
        if seen & said.GRANTED:
            kept = [
                replace(one, ask="ตอบรับ") if _is_awaited(one, paragraphs) else one for one in kept
            ]
        kept = [one for one in kept if not _is_outcome(one, paragraphs, said.DECISION_TOLD)]
    if seen & said.GRANTED:
        kept = [
            replace(one, ask="ตอบรับ") if _is_outcome(one, paragraphs, said.OUTCOME_TOLD) else one
            for one in kept
        ]
    if "พิจารณาดำเนินการ" in seen:
        kept = [one for one in kept if one.ask not in ("พิจารณา", "ดำเนินการ")]
    return kept


def _place(one: AskFound) -> tuple[str, int]:
    """What makes two asks one; a grant that the text asks for is what the closing wants granted."""
    return one.ask, -1 if one.ask in said.GRANTED else one.paragraph


def _is_help(one: AskFound, paragraphs: Sequence[str]) -> bool:
    """Whether an ask is โปรดพิจารณาให้ความร่วมมือ, which to make something known may be all of."""
    if one.ask != "อนุเคราะห์" or one.paragraph < 0:
        return False
    return said.HELP in paragraphs[one.paragraph][one.start : one.end]


def _is_nil(one: AskFound, paragraphs: Sequence[str]) -> bool:
    return one.paragraph >= 0 and bool(said.NIL.search(paragraphs[one.paragraph][: one.start]))


def _is_report_sent(one: AskFound, paragraphs: Sequence[str]) -> bool:
    if one.ask != "ส่งข้อมูล" or one.paragraph < 0:
        return False
    text = paragraphs[one.paragraph]
    is_sent_on = said.SENT_ON.search(text[one.start : one.end]) is not None
    return is_sent_on and not said.COLLECTED.search(text[: one.start])


def _is_to_report_only(one: AskFound, paragraphs: Sequence[str], reported: Collection[int]) -> bool:
    """Whether those whom an order appoints (มีหน้าที่สอบ…) act to report, there or in a list below."""
    if one.ask != "ดำเนินการ" or one.paragraph < 0 or one.is_from_closing:
        return False
    text = paragraphs[one.paragraph]
    if one.paragraph not in reported and not said.LIST_FOLLOWS.search(text):
        return False
    by_office = charges.BY_OFFICE.match(text, one.start)
    return by_office is not None and not any(
        more.search(text, by_office.end()) for more in (charges.LAST_OF_MANY, charges.CARRIED_OUT)
    )


def _is_opinion_reported(
    one: AskFound, paragraphs: Sequence[str], reported: Collection[int]
) -> bool:
    """Whether those whom an order appoints give their view where it has them report."""
    if one.ask != "ส่งข้อมูล" or one.paragraph not in reported or one.paragraph < 0:
        return False
    text = paragraphs[one.paragraph]
    return bool(
        charges.OPINION.match(text, one.start) and said.DUTY_BY_ORDER.search(text, 0, one.start)
    )


def _is_outcome(one: AskFound, paragraphs: Sequence[str], shape: re.Pattern[str]) -> bool:
    """Whether what was taken for a report is how a request turns out."""
    if one.ask != "รายงาน" or one.paragraph < 0:
        return False
    return shape.match(paragraphs[one.paragraph][one.start : one.end]) is not None


def _is_awaited(one: AskFound, paragraphs: Sequence[str]) -> bool:
    """Whether a decision is to be told by a day: แจ้งผลการพิจารณาให้ทราบภายในวันที่ …."""
    if not _is_outcome(one, paragraphs, said.DECISION_TOLD):
        return False
    return said.ANSWERED_BY.match(paragraphs[one.paragraph], one.end) is not None
