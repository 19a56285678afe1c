"""What a unit prints on every letter of its own: the office's picture of its emblem."""

from datetime import datetime

from saraban.desk._audit import Ledger
from saraban.desk.filing import NewFile, add_stored, keep_bytes
from saraban.records import Letterhead
from saraban.records.database import write_transaction
from saraban.rules.permissions import Act, Actor, require


def keep_emblem(*, actor: Actor, at: datetime, picture: NewFile | None) -> None:
    """Print the letters of the actor's unit with this picture from now on; None for without.

    The picture was looked at by `paper.emblem` already. Letters printed before keep theirs.
    Raises Refused, FileTooLarge.
    """
    require(actor, Act.KEEP_LETTERHEAD)
    kept = keep_bytes([picture] if picture else [])
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        sha256 = next(iter(kept), None)
        if sha256 is not None:
            add_stored(ledger, sha256, kept[sha256])
        row = {"emblem": sha256, "changed_at": at, "changed_by": actor.name}
        known = Letterhead.get_or_none(Letterhead.unit == actor.unit_id)
        if known is None:
            ledger.insert(Letterhead, unit=actor.unit_id, **row)
        else:
            ledger.update(Letterhead, known.id, **row)
        ledger.record("keep_emblem", subject=str(actor.unit_id), sha256=sha256)
