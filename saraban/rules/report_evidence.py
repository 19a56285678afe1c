"""What a field of a report form takes as evidence, as a rule that files are held against."""

from saraban.rules.evidence import MEBIBYTE, EvidenceKind, EvidenceRule
from saraban.rules.report_forms import FieldKind, FormField

_KIND = {
    FieldKind.PHOTOS: EvidenceKind.PHOTO,
    FieldKind.CLIPS: EvidenceKind.CLIP,
    FieldKind.FILES: EvidenceKind.PDF,
}
# Beside an answer without a form anything that proves it, in the house's own limits.
FREE_RULE = EvidenceRule()
# A screen of another system, or its receipt.
ENTRY_RULE = EvidenceRule(kinds=frozenset({EvidenceKind.PHOTO, EvidenceKind.PDF}))


def rule_of(field: FormField) -> EvidenceRule:
    """The rule of a field of evidence; KeyError for any other field."""
    return EvidenceRule(
        kinds=frozenset({_KIND[field.kind]}),
        most_seconds=field.longest_seconds if field.kind is FieldKind.CLIPS else None,
        most_bytes=field.largest_mb * MEBIBYTE,
        asks_location=field.asks_location,
    )
