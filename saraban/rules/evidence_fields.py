"""What a field of a report form takes as evidence, in the words of rules.evidence."""

from saraban.rules.evidence import MEBIBYTE, EvidenceKind, EvidenceRule
from saraban.rules.report_forms import FieldKind, FormField

_KIND_OF = {
    FieldKind.PHOTOS: EvidenceKind.PHOTO,
    FieldKind.CLIPS: EvidenceKind.CLIP,
    FieldKind.FILES: EvidenceKind.PDF,
}

# Beside an answer without a form: anything that proves it, in the house's own limits.
FREE_RULE = EvidenceRule()
# A screen of another system, or its receipt.
ENTRY_RULE = EvidenceRule(kinds=frozenset({EvidenceKind.PHOTO, EvidenceKind.PDF}))


def evidence_rule(asked: FormField) -> EvidenceRule:
    """The rule of a field that asks for files; of any other field KeyError."""
    kind = _KIND_OF[asked.kind]
    return EvidenceRule(
        kinds=frozenset({kind}),
        most_seconds=float(asked.longest_seconds) if kind is EvidenceKind.CLIP else None,
        most_bytes=asked.largest_mb * MEBIBYTE,
        asks_location=asked.asks_location,
    )
