"""A field of evidence in a form: what its page needs, and what came with the form.

In a form, the field KEY sends `KEY-uploads` (files that are up already, each with a tick that
keeps it) and `KEY-files` (files of a browser without scripts, sent with the form itself).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app, request

from saraban import clock
from saraban.desk.evidence import Chosen, keep_facts
from saraban.desk.uploads import drop_upload, take_whole
from saraban.errors import ReadingTooSlow, SarabanError
from saraban.paper import evidence_shown
from saraban.queries.evidence import earlier_evidence
from saraban.queries.uploads import UploadLine, upload_here, uploads_named
from saraban.rules.evidence import EvidenceKind, EvidenceRule
from saraban.rules.evidence_fields import evidence_rule
from saraban.rules.report_forms import FormDefinition
from saraban.web.forms import base_name
from saraban.web.session import actor
from saraban.web.words import said

_ACCEPTED = {
    EvidenceKind.PHOTO: "image/*,.heic,.heif",
    EvidenceKind.CLIP: "video/*",
    EvidenceKind.PDF: "application/pdf",
}


@dataclass(frozen=True)
class EvidenceField:
    """One field of evidence: its key, what it takes, what is in it, and what was refused.

    chosen goes to desk.evidence.make_ready; lines and refusals to the macro `upload_field`.
    """

    key: str
    rule: EvidenceRule
    lines: tuple[Any, ...] = ()
    refusals: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """Its files, for the desk."""
        return tuple(Chosen(line.mark, self.key, self.rule) for line in self.lines)

    @property
    def marks(self) -> list[str]:
        """What a draft keeps of it."""
        return [line.mark for line in self.lines]

    @property
    def accepted(self) -> str:
        """What the browser's chooser offers."""
        return ",".join(_ACCEPTED[kind] for kind in EvidenceKind if kind in self.rule.kinds)

    @property
    def kinds(self) -> list[EvidenceKind]:
        """The kinds it takes, in one order."""
        return [kind for kind in EvidenceKind if kind in self.rule.kinds]

    @property
    def most_seconds(self) -> int | None:
        """Whole seconds, or None."""
        return None if self.rule.most_seconds is None else round(self.rule.most_seconds)

    @property
    def most_bytes(self) -> int:
        """The most that one file may have, here and in this house."""
        most: int = current_app.config["SARABAN"].max_evidence_bytes
        return most if self.rule.most_bytes is None else min(most, self.rule.most_bytes)

    @property
    def chunk_bytes(self) -> int:
        """In what pieces a file is sent."""
        settings = current_app.config["SARABAN"]
        return int(min(settings.upload_chunk_bytes, settings.max_upload_bytes))


def kept_field(key: str, rule: EvidenceRule, marks: Any = ()) -> EvidenceField:
    """The field with the files that a draft, or an earlier version, names."""
    return EvidenceField(key, rule, _lines(list(marks)))


def sent_field(key: str, rule: EvidenceRule) -> EvidenceField:
    """The field as this request's form sends it; plain files are taken in on the way.

    Every file is measured. One that cannot be taken is dropped and told in refusals; the others
    stay, also when the form comes back.
    """
    lines: list[Any] = []
    refusals: list[str] = []
    for line in (
        *_lines(request.form.getlist(f"{key}-uploads")),
        *_plain_files(key, rule, refusals),
    ):
        try:
            lines.append(measured(line, rule) if line.is_upload else line)
        except ReadingTooSlow as refusal:
            lines.append(line)  # the machine is busy: sent once more, it is measured then
            refusals.append(said(refusal))
        except SarabanError as refusal:
            refusals.append(said(refusal))
    return EvidenceField(key, rule, tuple(lines), tuple(refusals))


def kept_fields(
    definition: FormDefinition, marks: Mapping[str, Sequence[str]]
) -> dict[str, EvidenceField]:
    """Every field of evidence of a report form by its key, with the files that marks names."""
    return {
        asked.key: kept_field(asked.key, evidence_rule(asked), marks.get(asked.key, ()))
        for asked in definition.fields
        if asked.is_evidence
    }


def sent_fields(definition: FormDefinition) -> dict[str, EvidenceField]:
    """Every field of evidence of a report form by its key, as this request's form sends it."""
    return {
        asked.key: sent_field(asked.key, evidence_rule(asked))
        for asked in definition.fields
        if asked.is_evidence
    }


def measured(line: UploadLine, rule: EvidenceRule) -> UploadLine:
    """The same with its facts; one that the field does not take is dropped.

    Not where there was no time to tell: a weak line may have taken an hour over it. Raises what
    `paper.evidence.examined` and `EvidenceRule.refuse` raise.
    """
    try:
        facts = line.facts
        if facts is None:
            facts = evidence_shown.measure(line.path, line.sha256, line.name)
            keep_facts(at=clock.now(), sha256=line.sha256, facts=facts)
        rule.refuse(line.name, facts)
    except ReadingTooSlow:
        raise
    except SarabanError:
        gone = drop_upload(actor=actor(), uid=line.uid)
        if gone is not None:
            evidence_shown.forget(gone)
        raise
    return upload_here(actor(), line.uid)


def _lines(marks: list[str]) -> tuple[Any, ...]:
    """Files that wait, and files of an earlier version, in the order they were named."""
    found: dict[str, Any] = {line.mark: line for line in uploads_named(actor(), marks)}
    found |= earlier_evidence(actor(), [mark for mark in marks if "/" in mark])
    return tuple(found[mark] for mark in dict.fromkeys(marks) if mark in found)


def _plain_files(key: str, rule: EvidenceRule, refusals: list[str]) -> list[UploadLine]:
    found = []
    for sent in request.files.getlist(f"{key}-files"):
        if not sent.filename:
            continue
        size = sent.stream.seek(0, 2)
        sent.stream.seek(0)
        try:
            taken = take_whole(
                actor=actor(),
                at=clock.now(),
                name=base_name(sent.filename),
                size=size,
                content=sent.stream,
                most=current_app.config["SARABAN"].max_evidence_bytes,
                rule=rule,
            )
        except SarabanError as refusal:
            refusals.append(said(refusal))
        else:
            found.append(upload_here(actor(), taken.uid))
    return found
