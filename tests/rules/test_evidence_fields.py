"""A form's fields of photos, clips and papers become rules of evidence."""

import pytest

from saraban.rules.evidence import EvidenceKind, EvidenceRule
from saraban.rules.evidence_fields import evidence_rule
from saraban.rules.report_forms import EVIDENCE_KINDS, FieldKind, FormField


def field(kind, **settings):
    return FormField(key="f1", kind=kind, label="หลักฐาน", **settings)


def test_every_kind_of_field_that_asks_for_files_has_a_rule():
    assert {evidence_rule(field(kind)).kinds for kind in EVIDENCE_KINDS} == {
        frozenset({kind}) for kind in EvidenceKind
    }


def test_a_field_of_clips_hands_on_its_length_and_size():
    rule = evidence_rule(field(FieldKind.CLIPS, longest_seconds=30, largest_mb=80))

    assert rule == EvidenceRule(frozenset({EvidenceKind.CLIP}), 30.0, 80 * 2**20)


def test_a_photo_has_no_length_and_tells_its_place_only_where_that_is_asked():
    asked = evidence_rule(field(FieldKind.PHOTOS, asks_location=True))

    assert asked.most_seconds is None
    assert asked.asks_location
    assert not evidence_rule(field(FieldKind.PHOTOS)).asks_location


def test_a_field_that_is_typed_into_takes_no_files():
    with pytest.raises(KeyError):
        evidence_rule(field(FieldKind.TEXT))
