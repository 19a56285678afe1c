"""Receipt slips (Form 17) of a letter we sent, one a receiver, to go with the file copy."""

from typing import Any

from flask import Blueprint

from saraban.paper.form_pages import PrintedSlip, slips_pdf
from saraban.queries.delivery_book import receipt_slips
from saraban.queries.sending import sender
from saraban.web.answers import file_to_save
from saraban.web.session import actor, signed_in

pages = Blueprint("receipt_slips", __name__)


@pages.get("/letters/<uid>/receipt-slips.pdf")
@signed_in
def slips(uid: str) -> Any:
    """The slips: filled in where the receiver has answered, with blanks to sign where not."""
    found = receipt_slips(actor(), uid)
    from_name = sender(actor()).name_th
    content = slips_pdf(
        [
            PrintedSlip(
                from_name=from_name,
                letter_number=slip.letter_number,
                to_text=slip.to_text,
                subject=slip.subject,
                received_on=slip.received_on,
                received_time=slip.received_time,
                received_by=slip.received_by,
            )
            for slip in found
        ]
    )
    return file_to_save(content, media_type="application/pdf", name="ใบรับหนังสือ.pdf")
