"""What a form allows of evidence is held against what was measured."""

import pytest

from saraban.errors import (
    ClipIncomplete,
    ClipTooLong,
    EvidenceKindRefused,
    EvidenceTooLarge,
)
from saraban.rules.evidence import (
    MEBIBYTE,
    EvidenceFacts,
    EvidenceKind,
    EvidenceRule,
    plays_in_browsers,
    said_seconds,
    shown_location,
)

HALF_A_MINUTE = EvidenceRule(frozenset({EvidenceKind.CLIP}), most_seconds=30)


def film(seconds, told=None):
    return EvidenceFacts(EvidenceKind.CLIP, "video/mp4", seconds=seconds, told_seconds=told)


@pytest.mark.parametrize("seconds", [0.4, 29.9, 30, 30.5])
def test_a_clip_of_the_length_that_is_asked_for_is_taken(seconds):
    HALF_A_MINUTE.refuse("a.mp4", film(seconds, told=seconds))


def test_a_clip_of_31_seconds_is_refused_with_the_length_that_was_measured():
    with pytest.raises(ClipTooLong) as refused:
        HALF_A_MINUTE.refuse("a.mp4", film(31.04, told=31.04))

    assert "ยาว 31 วินาที" in refused.value.text_th
    assert "ไม่เกิน 30 วินาที" in refused.value.text_th


def test_a_clip_that_tells_less_than_it_holds_is_judged_by_what_it_holds():
    with pytest.raises(ClipTooLong, match=r"ยาว 31 วินาที"):
        HALF_A_MINUTE.refuse("a.mp4", film(31, told=12))


@pytest.mark.parametrize("told", [5, 29])
def test_a_clip_whose_header_tells_another_length_is_no_evidence(told):
    with pytest.raises(ClipIncomplete, match=f"หัวไฟล์ว่ายาว {told} วินาที แต่เนื้อไฟล์มี 20 วินาที"):
        HALF_A_MINUTE.refuse("a.mp4", film(20, told=told))


def test_a_clip_whose_header_tells_no_length_is_taken_as_measured():
    HALF_A_MINUTE.refuse("a.webm", film(12, told=None))


def test_a_photo_is_not_taken_where_a_clip_is_asked_for():
    with pytest.raises(EvidenceKindRefused):
        HALF_A_MINUTE.refuse("a.jpg", EvidenceFacts(EvidenceKind.PHOTO, "image/jpeg", 4, 3))


def test_300_mebibytes_are_refused_by_their_announced_size():
    with pytest.raises(EvidenceTooLarge, match=r"300 เมกะไบต์ รับได้ไม่เกิน 200 เมกะไบต์"):
        EvidenceRule().refuse_size("a.mp4", 300 * MEBIBYTE, most=200 * MEBIBYTE)


def test_a_byte_over_the_limit_does_not_read_as_at_it():
    with pytest.raises(EvidenceTooLarge, match=r"201 เมกะไบต์ รับได้ไม่เกิน 200"):
        EvidenceRule().refuse_size("a.mp4", 200 * MEBIBYTE + 1, most=200 * MEBIBYTE)


def test_the_smaller_of_two_limits_counts():
    rule = EvidenceRule(most_bytes=5 * MEBIBYTE)

    with pytest.raises(EvidenceTooLarge, match=r"ไม่เกิน 5 เมกะไบต์"):
        rule.refuse_size("a.mp4", 6 * MEBIBYTE, most=200 * MEBIBYTE)


@pytest.mark.parametrize(("seconds", "told"), [(31.04, 31), (30.66, 30.7), (0.01, 0.1)])
def test_seconds_read_as_a_person_would_say_them(seconds, told):
    assert said_seconds(seconds) == told


def test_a_place_is_told_to_about_a_metre():
    assert shown_location((16.8838888, -99.1)) == "16.88389, -99.10000"


@pytest.mark.parametrize(
    ("video", "sounds", "plays"),
    [
        ("h264", {"aac"}, True),
        ("vp9", set(), True),
        ("hevc", {"aac"}, False),
        ("h264", {"amrnb"}, False),
    ],
)
def test_what_browsers_play_is_known_by_its_codecs(video, sounds, plays):
    assert plays_in_browsers(video, frozenset(sounds)) is plays
