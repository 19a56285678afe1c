"""Cover sheets for a letter's recipients, each with a new link of its own."""

from collections.abc import Sequence
from datetime import timedelta

from flask import current_app, request

from saraban import clock
from saraban.desk.delivery_links import give_links
from saraban.paper.cover_sheets import PrintedCover, PrintedCovers, covers_pdf
from saraban.queries.letter_card import letter_card
from saraban.queries.sending import sender
from saraban.rules.letters import THAI_SECRECY, THAI_URGENCY, Secrecy, Urgency
from saraban.rules.link_tokens import LINK_PATH, MOST_DAYS, grouped
from saraban.thai.dates import format_long
from saraban.web.draft_paper import public_address
from saraban.web.session import actor


def covers_with_links(uid: str, unit_uids: Sequence[str], *, days: int | None) -> bytes:
    """The PDF, its links made just before: what is not printed here is known to nobody.

    days is how long the links are good, the installation's own number where it is not said.
    Raises what desk.delivery_links.give_links and paper.cover_sheets.covers_pdf raise.
    """
    card = letter_card(actor(), uid)
    own = sender(actor())
    days = min(MOST_DAYS, max(1, days or current_app.config["SARABAN"].link_days))
    at = clock.now()
    links = give_links(
        actor=actor(),
        at=at,
        letter_uid=uid,
        unit_uids=unit_uids,
        valid_for=timedelta(days=days),
    )
    address = public_address() or request.url_root.rstrip("/")
    is_open = card.secrecy == Secrecy.NORMAL
    return covers_pdf(
        PrintedCovers(
            from_name=own.name_th,
            from_lines=tuple(line for line in [own.postal_address] if line),
            letter_number=card.printed_number or "",
            dated_on=format_long(card.dated_on) if card.dated_on else "",
            subject=card.subject if is_open else f"({THAI_SECRECY[Secrecy(card.secrecy)]})",
            urgency="" if card.urgency == Urgency.NORMAL else THAI_URGENCY[Urgency(card.urgency)],
            address=f"{address.partition('://')[2]}/r",
            valid_until=format_long((at + timedelta(days=days)).date()),
            covers=[
                PrintedCover(
                    to_text=link.unit_name,
                    to_lines=tuple(line for line in [link.postal_address] if line),
                    qr_text=f"{address}{LINK_PATH}{link.token}".upper(),
                    code=grouped(link.token),
                )
                for link in links
            ],
        )
    )
