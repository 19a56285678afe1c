"""The stamped copy of a letter's file, offered beside the original, and its first page drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from pathlib import PurePath
from typing import Any

from flask import Blueprint, Response, flash, request, send_file
from flask_babel import gettext as _

from saraban.errors import LetterNotFound, SarabanError
from saraban.jobs.paper_stamps import is_in_thai, receipt_stamp
from saraban.paper.sheet_image import page_jpeg
from saraban.paper.stamped_copy import (
    STAMPED_KINDS,
    OrderStamp,
    PlaceInFile,
    Stamp,
    copy_mark,
    kept_stamped_copy,
)
from saraban.queries.letter_card import LetterCard, file_of_letter
from saraban.queries.letter_files import FileLine
from saraban.queries.routing import OrderStampFacts, order_stamps
from saraban.queries.stamped_paper import PaperStamp, place_in_file, stamps_on_paper
from saraban.rules.days import day_of
from saraban.thai.dates import format_medium
from saraban.web.answers import see_other
from saraban.web.session import actor, signed_in
from saraban.web.words import said

pages = Blueprint("stamped", __name__)

# The same as for the original (web.letters): it may be framed by our pages, and load nothing.
FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self'; "
    "frame-ancestors 'self'"
)


def stamped_file(card: LetterCard) -> FileLine | None:
    """The file of the letter that a stamped copy is offered of; None where none can be stamped."""
    found = (file for file in card.files if file.role == "letter")
    return next((file for file in found if file.media_type in STAMPED_KINDS), None)


def bears_stamps(card: LetterCard) -> bool:
    """Whether there is one paper of the letter, for this person, that a desk has stamped."""
    return bool(card.receipts) and bool(stamps_on_paper(actor(), card.uid))


@pages.get("/letters/<uid>/files/<sha256>/stamped.pdf")
@signed_in
def copy(uid: str, sha256: str) -> Any:
    """The stamped copy; where there can be none, the letter's page with the reason."""
    asked = _asked(uid, sha256)
    try:
        stamped = asked.copy()
    except SarabanError as refusal:
        flash(said(refusal), "error")
        return see_other("letters.letter", uid=uid)
    answer = send_file(
        BytesIO(stamped),
        mimetype="application/pdf",
        as_attachment="save" in request.args,
        download_name=_("%(name)s-ประทับตรา.pdf", name=PurePath(asked.file.name).stem),
        etag=asked.mark,
        max_age=0,
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    return answer


@pages.get("/letters/<uid>/files/<sha256>/stamped.jpg")
@signed_in
def first_page(uid: str, sha256: str) -> Any:
    """The letter's first page in the stamped copy, as a picture; the original's without one."""
    asked = _asked(uid, sha256)
    answer = Response(mimetype="image/jpeg")
    answer.set_etag(f"{asked.mark}-page")
    answer.make_conditional(request)
    if answer.status_code != HTTPStatus.NOT_MODIFIED:
        try:
            stamped = asked.copy()
        except SarabanError:
            return see_other("letters.page_one", uid=uid, sha256=sha256)
        drawn = page_jpeg(stamped, "application/pdf", page_number=asked.place.page_number)
        if drawn is None:
            raise LetterNotFound(uid=uid)
        answer.set_data(drawn)
    return answer


@dataclass(frozen=True)
class _Asked:
    """A file of a letter, its bytes, where the letter begins in it, and the stamps it bears."""

    file: FileLine
    content: bytes
    place: PlaceInFile
    stamps: tuple[Stamp, ...]

    @property
    def mark(self) -> str:
        return copy_mark(self.file.sha256, self.stamps, self.place)

    def copy(self) -> bytes:
        """Raises the refusals of stamped_copy."""
        return kept_stamped_copy(
            self.content,
            self.file.sha256,
            self.file.media_type,
            self.stamps,
            name=self.file.name,
            place=self.place,
        )


def _asked(uid: str, sha256: str) -> _Asked:
    """The paper asked for; ?entry=UID for that of another desk. Raises LetterNotFound."""
    stamps = stamps_on_paper(actor(), uid, entry_uid=request.args.get("entry"))
    found, content = file_of_letter(actor(), uid, sha256)
    if not stamps or found.role != "letter" or found.media_type not in STAMPED_KINDS:
        raise LetterNotFound(uid=uid)
    place = PlaceInFile(*place_in_file(uid, sha256))
    orders = order_stamps(actor(), uid, [stamp.entry_uid for stamp in stamps])
    return _Asked(
        found,
        content,
        place,
        (
            *(receipt_stamp(stamp) for stamp in stamps),
            *(_printed_order(order, stamps) for order in orders),
        ),
    )


def _printed_order(order: OrderStampFacts, stamps: Sequence[PaperStamp]) -> OrderStamp:
    """Its day in the digits of the same desk's receipt stamp, whoever looks at it."""
    beside = next((stamp for stamp in stamps if stamp.unit_name == order.unit_name), stamps[0])
    return OrderStamp(
        unit_name=order.unit_name,
        title=order.title,
        choices=order.choices,
        by=order.by,
        date=format_medium(day_of(order.ordered_at), thai_digits=is_in_thai(beside)),
    )
