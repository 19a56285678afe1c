"""The child that stays: it prints as any other does, and a dead one is no misfortune."""

from dataclasses import replace

import pytest

from saraban.paper import house_style, pdf_print
from saraban.paper.house_style import FontsMissing, PrintFailed
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.print_room import PrintRoom
from tests.paper.letters import CIRCULAR, HAS_FONTS, LONG, NO_FONTS

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


@pytest.fixture
def room():
    room = PrintRoom()
    yield room
    room.close()


@needs_fonts
def test_letters_come_one_after_another_from_one_child_as_from_any_other(room):
    first = room.render(CIRCULAR)
    child = room._child.pid
    second, third = room.render(LONG), room.render(CIRCULAR)

    assert first == third == letter_pdf(CIRCULAR)
    assert second == letter_pdf(LONG)
    assert room._child.pid == child


@needs_fonts
def test_a_child_that_ended_meanwhile_is_replaced_unnoticed(room):
    room.render(CIRCULAR)
    room._child.kill()
    room._child.wait()

    assert room.render(CIRCULAR) == letter_pdf(CIRCULAR)


@needs_fonts
def test_a_letter_that_cannot_be_laid_out_fails_alone(room):
    with pytest.raises(PrintFailed) as failure:
        room.render(replace(CIRCULAR, kind="unknown"))

    assert failure.value.facts["reason"] == "child"
    assert room.render(CIRCULAR).startswith(b"%PDF")


@needs_fonts
def test_a_child_that_takes_too_long_is_ended(room, monkeypatch):
    with monkeypatch.context() as hurried:
        hurried.setattr(pdf_print, "START_SECONDS", 0.0)
        hurried.setattr(pdf_print, "LETTER_SECONDS", 0.01)
        with pytest.raises(PrintFailed) as failure:
            room.render(CIRCULAR)

    assert failure.value.facts["reason"] == "timeout"
    assert room.render(CIRCULAR).startswith(b"%PDF")


def test_without_fonts_no_child_is_started(room, monkeypatch, tmp_path):
    monkeypatch.setattr(house_style, "FONTS", tmp_path)

    with pytest.raises(FontsMissing):
        room.render(CIRCULAR)
    assert room._child is None
