"""What a child leaves lying about goes with it, whether it ended well or was killed."""

import tempfile

import pytest

from saraban.paper.child_folder import ChildFolder
from saraban.paper.form_print import page_pdf
from saraban.paper.house_style import PrintFailed
from saraban.paper.pdf_print import render_in_child
from saraban.paper.print_room import PrintRoom
from saraban.paper.routing_slip import slip_in_child
from tests.paper.letters import CIRCULAR, HAS_FONTS, NO_FONTS
from tests.paper.test_routing_slip import SLIP

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where this test's processes keep their temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@needs_fonts
@pytest.mark.parametrize(
    "print_it",
    [
        lambda: render_in_child(CIRCULAR),
        lambda: slip_in_child(SLIP),
        lambda: page_pdf("<html><body>ทราบ</body></html>"),
    ],
    ids=["letter", "slip", "page"],
)
def test_a_print_leaves_no_file_behind(temporary, print_it):
    assert print_it().startswith(b"%PDF")

    assert list(temporary.iterdir()) == []


@needs_fonts
def test_a_room_keeps_its_fonts_while_it_stays_and_leaves_none(temporary):
    room = PrintRoom()
    room.render(CIRCULAR)
    kept = [file.name for file in temporary.rglob("*") if file.is_file()]
    room.close()

    assert kept
    assert list(temporary.iterdir()) == []


@needs_fonts
def test_a_child_that_breaks_leaves_no_file_behind(temporary):
    with pytest.raises(PrintFailed):
        page_pdf('<html><body><img src="file:///etc/hostname"></body></html>')

    assert list(temporary.iterdir()) == []


def test_what_is_in_the_folder_goes_with_it(temporary):
    with ChildFolder() as folder:
        (temporary / folder.path / "page.pgm").write_bytes(b"P5")

    assert list(temporary.iterdir()) == []
