"""Tells units each working day's morning what they owe: once a day, whichever worker is there."""

import logging
from threading import Event

from saraban import clock
from saraban.desk.digests import claim_morning, digests_wait, tell_units
from saraban.errors import LeaseLost, LedgerConflict
from saraban.settings import Settings

_log = logging.getLogger(__name__)
_hour = Settings.digest_hour
_link_base = ""


def use_settings(settings: Settings) -> None:
    """At which hour the morning begins, and where links lead."""
    global _hour, _link_base
    _hour, _link_base = settings.digest_hour, settings.public_address


def tell_what_is_owed(*, worker: str, stop: Event) -> bool:
    """Do this morning's reminders, or go on with them; False when there is nothing to do."""
    at = clock.now()
    if not digests_wait(at=at, hour=_hour):
        return False
    run = claim_morning(at=at, worker=worker)
    if run is None:
        return False
    try:
        done = tell_units(run=run, now=clock.now, link_base=_link_base, is_stopped=stop.is_set)
    except LeaseLost:
        _log.warning("another worker has gone on with the reminders of %s", run.day)
    except LedgerConflict:
        # Met somebody at a row: what was told is kept, the rest comes when the claim runs out.
        _log.warning("the reminders of %s met another act; they are gone on with", run.day)
    else:
        _log.info("reminded %s units, %s by mail", done.digest_count, done.mail_count)
    return True
