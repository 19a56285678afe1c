"""Evidence that is up and measured, and a report that it goes into: for tests of what follows."""

from pathlib import Path

from saraban.desk._audit import Ledger
from saraban.desk.evidence import Chosen, add_evidence, keep_facts, make_ready
from saraban.desk.uploads import begin_upload, go_on
from saraban.paper import evidence_shown
from saraban.queries.uploads import upload_here
from saraban.records import Report, upload_store
from saraban.records.database import write_transaction
from saraban.rules.evidence import MEBIBYTE, EvidenceRule
from saraban.rules.permissions import Actor
from tests.make import at, send
from tests.owed import owe_everything

ANYTHING = EvidenceRule()


def use_folders(folder: Path) -> None:
    """Uploads and what is shown of evidence in folders of the test's own."""
    upload_store.use_folder(folder / "uploads")
    evidence_shown.use_folder(folder / "shown")


def sent_up(actor: Actor, content: bytes, name: str, *, is_measured: bool = True) -> str:
    """The uid of a whole upload of the actor's unit."""
    uid = begin_upload(
        actor=actor, at=at(), name=name, size=len(content), most=200 * MEBIBYTE, rule=ANYTHING
    ).uid
    go_on(actor=actor, at=at(), uid=uid, offset=0, pieces=[content])
    if is_measured:
        line = upload_here(actor, uid)
        facts = evidence_shown.measure(line.path, line.sha256, line.name)
        keep_facts(at=at(), sha256=line.sha256, facts=facts)
    return uid


def owed_report(keeper: Actor, ower: Actor) -> Report:
    """The first answer of ower's unit to a duty that keeper's unit keeps."""
    sent = send(keeper, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(keeper, ower, sent.letter_uid)
    return Report.select().order_by(Report.id).get()


def add_to(report: Report, actor: Actor, *marks: str, rule: EvidenceRule = ANYTHING) -> None:
    """Put files into the report, as answering does."""
    ready = make_ready(actor=actor, chosen=[Chosen(mark, "f1", rule) for mark in marks])
    with write_transaction():
        ledger = Ledger(actor=actor, at=at())
        add_evidence(ledger, report_id=report.id, ready=ready)
        ledger.record("report", subject=report.uid)
