"""Evidence is measured in the file itself, and what is shown of it tells no place."""

import io

import av
import pytest
from PIL import Image

from saraban.errors import (
    ClipDamaged,
    EmptyFile,
    EvidenceUnknown,
    PdfDamaged,
    PictureDamaged,
    PictureTooLarge,
)
from saraban.paper.evidence import examined
from saraban.paper.evidence_kinds import name_as_its_kind
from saraban.rules.evidence import EvidenceKind
from tests.paper.bombs import png_without_end
from tests.paper.clips import (
    PLACE,
    clip,
    held_upright,
    photo,
    sound,
    telling,
    with_track_of_places,
    with_xmp,
)
from tests.paper.pictures import picture

HERE = (16.8839, 99.1258)


def measured(path, content=None):
    if content is not None:
        path.write_bytes(content)
    with examined(path, path.name) as found:
        return found.facts


@pytest.mark.parametrize(
    ("name", "codec", "media_type"),
    [
        ("a.mp4", "libx264", "video/mp4"),
        ("a.mov", "libx264", "video/quicktime"),
        ("a.webm", "libvpx", "video/webm"),
    ],
)
def test_a_clip_is_as_long_as_what_lies_in_it(tmp_path, name, codec, media_type):
    facts = measured(clip(tmp_path, 2, name=name, codec=codec))

    assert facts.kind is EvidenceKind.CLIP
    assert facts.media_type == media_type
    assert facts.seconds == pytest.approx(2, abs=0.15)
    assert (facts.width, facts.height) == (96, 64)
    assert facts.is_playable


def test_a_header_that_tells_less_does_not_make_a_clip_shorter(tmp_path):
    whole = clip(tmp_path, 31).read_bytes()

    facts = measured(tmp_path / "false.mp4", telling(whole, 12))

    assert facts.seconds == pytest.approx(31, abs=0.15)
    assert facts.told_seconds == pytest.approx(12, abs=0.5)


def test_a_clip_that_was_cut_off_on_its_way_is_shorter_than_it_tells(tmp_path):
    whole = clip(tmp_path, 12, options={"movflags": "faststart"}).read_bytes()

    facts = measured(tmp_path / "cut.mp4", whole[: len(whole) * 2 // 3])

    assert facts.told_seconds == pytest.approx(12, abs=0.15)
    assert facts.seconds < 11


def test_a_clip_that_came_in_fragments_has_a_length(tmp_path):
    path = clip(tmp_path, 3, options={"movflags": "frag_keyframe+empty_moov"})

    assert measured(path).seconds == pytest.approx(3, abs=0.15)


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + b"no film at all" * 400,
        b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm"
        * 9,
    ],
)
def test_a_false_header_before_something_else_is_no_clip(tmp_path, content):
    with pytest.raises(ClipDamaged):
        measured(tmp_path / "clip.mp4", content)


def test_sounds_alone_are_no_clip(tmp_path):
    with pytest.raises(ClipDamaged):
        measured(sound(tmp_path))


@pytest.mark.parametrize("content", [b"MZ\x90\x00" * 99, b"<svg onload=alert(1)>", b"GIF89a" * 9])
def test_what_is_no_kind_of_evidence_is_refused_under_any_name(tmp_path, content):
    with pytest.raises(EvidenceUnknown):
        measured(tmp_path / "photo.jpg", content)


def test_an_empty_file_is_refused(tmp_path):
    with pytest.raises(EmptyFile):
        measured(tmp_path / "photo.jpg", b"")


def test_a_clip_is_told_by_what_it_is_coded_in_whichever_decoder_reads_it(tmp_path):
    facts = measured(clip(tmp_path, 1, codec="libsvtav1"))

    assert facts.codecs == "av1"
    assert facts.is_playable


def test_a_clip_in_what_no_camera_writes_is_never_decoded(tmp_path):
    path = clip(tmp_path, 1, name="a.mov", codec="qtrle", pixels="rgb24")

    with pytest.raises(ClipDamaged):
        measured(path)


def test_a_clip_that_browsers_do_not_play_is_told_so(tmp_path):
    facts = measured(clip(tmp_path, 1, codec="mpeg4"))

    assert facts.codecs == "mpeg4"
    assert not facts.is_playable


@pytest.mark.parametrize(("name", "trace"), [("a.mov", PLACE.encode()), ("a.mp4", b"loci")])
def test_the_copy_of_a_clip_plays_on_and_tells_no_place(tmp_path, name, trace):
    path = clip(tmp_path, 2, name=name, place=PLACE)
    assert trace in path.read_bytes()

    with examined(path, path.name) as found:
        copied = found.shown.read_bytes()
        with av.open(str(found.shown)) as opened:
            told = dict(opened.metadata)
            pictures = sum(1 for _ in opened.decode(video=0))

    assert found.facts.location == HERE
    assert trace not in copied
    assert not any("location" in key for key in told)
    assert pictures == 20


def test_a_clip_held_upright_is_shown_upright_in_its_copy_too(tmp_path):
    path = clip(tmp_path, 1, name="a.mov", place=PLACE)
    path.write_bytes(held_upright(path.read_bytes()))

    with examined(path, path.name) as found:
        first = seen_by_eye(found.poster)
        copy = tmp_path / "copy.mp4"
        copy.write_bytes(found.shown.read_bytes())
    with examined(copy, copy.name) as again:
        second = seen_by_eye(again.poster)

    # Its left, which is bright, is on top when it is turned clockwise.
    assert first == second == ((64, 96), True)


def seen_by_eye(poster):
    """The picture's size, and whether it is bright on top and dark below."""
    with Image.open(poster) as picture:
        gray = picture.convert("L")
        return gray.size, gray.getpixel((32, 8)) > 150 > 100 > gray.getpixel((32, 88))


def test_a_clip_without_a_place_is_shown_as_it_is(tmp_path):
    path = clip(tmp_path, 1)

    with examined(path, path.name) as found:
        assert found.shown is None
        assert not found.facts.has_location
        with Image.open(found.poster) as poster:
            assert poster.size == (96, 64)


@pytest.mark.parametrize(("handler", "coding"), [(b"meta", b"gpmd"), (b"text", b"tx3g")])
def test_a_track_beside_film_and_sound_stays_out_of_the_copy(tmp_path, handler, coding):
    path = clip(tmp_path, 1, is_heard=True)
    path.write_bytes(with_track_of_places(path.read_bytes(), handler, coding))

    with examined(path, path.name) as found, av.open(str(found.shown)) as copy:
        kinds = [stream.type for stream in copy.streams]

    assert found.facts.has_location
    assert kinds == ["video"]


def test_a_clip_with_sound_and_nothing_else_is_shown_as_it_is(tmp_path):
    path = clip(tmp_path, 1, is_heard=True)

    with examined(path, path.name) as found:
        assert (found.shown, found.facts.has_location) == (None, False)


def test_a_place_in_words_beside_the_film_stays_out_of_the_copy(tmp_path):
    path = clip(tmp_path, 1)
    words = '<x:xmpmeta exif:GPSLatitude="16,53.034N"/>'
    path.write_bytes(with_xmp(path.read_bytes(), words))

    with examined(path, path.name) as found:
        shown = found.shown.read_bytes()

    assert found.facts.has_location
    assert b"GPSLatitude" not in shown


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "HEIF"])
def test_what_is_shown_of_a_photo_tells_neither_place_nor_camera(tmp_path, kind):
    path = tmp_path / "photo"
    path.write_bytes(photo(kind, place=HERE))

    with examined(path, "photo") as found:
        shown = found.shown.read_bytes()

    assert found.facts.has_location
    assert found.facts.location == pytest.approx(HERE, abs=1e-4)
    with Image.open(io.BytesIO(shown)) as picture:
        assert dict(picture.getexif()) == {}
    assert b"Exif" not in shown
    assert b"Phone Maker" not in shown


def test_what_is_shown_of_a_photo_has_no_comment(tmp_path):
    path, out = tmp_path / "photo.jpg", io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", comment=b"16.8839, 99.1258 by Somchai")
    path.write_bytes(out.getvalue())

    with examined(path, path.name) as found:
        shown = (found.shown.read_bytes(), found.small.read_bytes())

    assert not any(b"Somchai" in one for one in shown)


def test_a_photo_held_upright_is_shown_upright(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(photo("JPEG", turned=6))

    with examined(path, path.name) as found, Image.open(found.shown) as shown:
        top, bottom = shown.getpixel((60, 10)), shown.getpixel((60, 230))

    assert (found.facts.width, found.facts.height) == (120, 240)
    assert (top[0] - top[1], bottom[0] - bottom[1]) > (150, -1)
    assert bottom[1] > 240


def test_a_photo_from_an_iphone_becomes_one_that_every_browser_shows(tmp_path):
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(photo("HEIF"))

    with examined(path, path.name) as found, Image.open(found.shown) as shown:
        kind = shown.format

    assert found.facts.media_type == "image/heic"
    assert kind == "JPEG"


def test_a_large_photo_is_shown_smaller_and_smaller_still(tmp_path):
    path = tmp_path / "large.jpg"
    path.write_bytes(photo("JPEG", size=(5200, 2600)))

    with (
        examined(path, path.name) as found,
        Image.open(found.shown) as shown,
        Image.open(found.small) as small,
    ):
        sizes = shown.size, small.size

    assert (found.facts.width, found.facts.height) == (5200, 2600)
    assert sizes == ((2560, 1280), (480, 240))


def test_a_picture_of_more_pixels_than_any_camera_is_refused_undecoded(tmp_path):
    with pytest.raises(PictureTooLarge):
        measured(tmp_path / "bomb.png", png_without_end())


def test_half_a_photo_is_damaged(tmp_path):
    with pytest.raises(PictureDamaged):
        measured(tmp_path / "half.png", photo("PNG")[:120])


def test_a_pdf_has_pages_and_a_small_picture_of_the_first(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(picture("PDF"))

    with examined(path, path.name) as found, Image.open(found.small) as small:
        longest = max(small.size)

    assert found.facts.kind is EvidenceKind.PDF
    assert found.facts.page_count == 1
    assert longest == 480


def test_a_damaged_pdf_is_refused(tmp_path):
    with pytest.raises(PdfDamaged):
        measured(tmp_path / "paper.pdf", b"%PDF-1.7\nnothing of it")


@pytest.mark.parametrize(
    ("name", "media_type", "told"),
    [
        ("IMG_1.HEIC", "image/heic", "IMG_1.HEIC"),
        ("IMG_1.HEIC", "image/jpeg", "IMG_1.jpg"),
        ("ภาพ.JPEG", "image/jpeg", "ภาพ.JPEG"),
        ("clip.exe", "video/mp4", "clip.mp4"),
        ("clip", "video/webm", "clip.webm"),
    ],
)
def test_a_name_is_put_right_by_the_content(name, media_type, told):
    assert name_as_its_kind(name, media_type) == told
