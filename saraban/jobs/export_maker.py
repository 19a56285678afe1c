"""Makes the files that were asked for, one after the other, in the reading worker's loop."""

import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Event

from saraban import clock
from saraban.desk.export_making import (
    ExportClaim,
    claim_export,
    give_export_back,
    keep_export,
    keep_export_failure,
    note_rows,
)
from saraban.desk.filing import NewFile, keep_bytes
from saraban.errors import LeaseLost, SarabanError
from saraban.jobs.dossier_files import asked_dossier
from saraban.jobs.form_files import file_of, storage_full, table_of
from saraban.jobs.holding import Held
from saraban.jobs.stopping import ToldToStop
from saraban.jobs.trying import handed_in
from saraban.queries.actors import reader_of
from saraban.queries.duty_tables import duty_table
from saraban.queries.overview_table import overview_table
from saraban.rules.days import day_of
from saraban.rules.exports import LEASE, DossierAsk, DutyAsk, OverviewAsk

_log = logging.getLogger(__name__)


def make_next(*, worker: str, stop: Event, lease: timedelta = LEASE) -> bool:
    """Make one file; False when none waits. Raises ToldToStop, its file given back."""
    claim = claim_export(at=clock.now(), worker=worker, lease=lease)
    if claim is None:
        return False
    try:
        _make(claim, stop, lease)
    except LeaseLost:
        _log.warning("%s was cancelled or taken over by another worker", claim.name)
    except ToldToStop:
        give_export_back(at=clock.now(), claim=claim)
        raise
    return True


def _make(claim: ExportClaim, stop: Event, lease: timedelta) -> None:
    held = Held(lease, stop, lambda: note_rows(at=clock.now(), claim=claim, lease=lease))

    def on_rows(done: int) -> None:
        note_rows(at=clock.now(), claim=claim, rows_done=done, lease=lease)
        held.begin_anew()

    try:
        content = _content(claim, on_rows, held.while_waiting)
        file = NewFile(claim.name, content, claim.ask.media_type)
        (sha256,) = keep_bytes([file])
    except LeaseLost:
        raise
    except SarabanError as refusal:
        _failed(claim, refusal)
    except OSError as error:
        full = storage_full(error)
        if full is None:
            raise
        _failed(claim, full)
    else:
        handed_in(lambda: keep_export(at=clock.now(), claim=claim, sha256=sha256, file=file))


def _content(
    claim: ExportClaim, on_rows: Callable[[int], None], while_waiting: Callable[[], None]
) -> bytes:
    if isinstance(claim.ask, DossierAsk):
        reader = reader_of(claim.person_id, claim.actor.unit_id, at=clock.now())
        return asked_dossier(
            reader,
            claim.ask,
            made_at=claim.queued_at,
            on_rows=on_rows,
            while_waiting=while_waiting,
        )
    if isinstance(claim.ask, DutyAsk):
        reader = reader_of(claim.person_id, claim.actor.unit_id, at=clock.now())
        # As it stood when it was asked for: the page showed that day's numbers.
        table = duty_table(reader, claim.ask, today=day_of(claim.queued_at))
    elif isinstance(claim.ask, OverviewAsk):
        reader = reader_of(claim.person_id, claim.actor.unit_id, at=clock.now())
        table = overview_table(reader, claim.ask, today=day_of(claim.queued_at))
    else:
        table = table_of(claim.actor, claim.ask)
    return file_of(
        table, claim.ask, made_at=claim.queued_at, on_rows=on_rows, while_waiting=while_waiting
    )


def _failed(claim: ExportClaim, refusal: SarabanError) -> None:
    handed_in(lambda: keep_export_failure(at=clock.now(), claim=claim, trouble=refusal.text_th))
