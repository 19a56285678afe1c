"""Room on a page: never on ink, nearest to the wish, and told apart from yellowed paper."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from saraban.paper.free_place import Room, coarser, ink_of, nearest_room, taken

SPOTS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 39)), max_size=40)


def page(spots: list[tuple[int, int]], rows: int = 30, columns: int = 40) -> np.ndarray:
    """A grid with ink in these (row, column) cells."""
    ink = np.zeros((rows, columns), np.bool_)
    for row, column in spots:
        ink[row, column] = True
    return ink


def is_free(ink: np.ndarray, left: int, top: int, width: int, height: int, air: int) -> bool:
    """Looked up cell by cell: the slow way that the search must agree with."""
    window = ink[max(0, top - air) : top + height + air, max(0, left - air) : left + width + air]
    return not window.any()


@given(spots=SPOTS, wish=st.tuples(st.integers(0, 40), st.integers(0, 30)), air=st.integers(0, 2))
def test_the_room_found_is_the_nearest_of_all_that_are_free(spots, wish, air):
    ink, width, height, border = page(spots), 9, 5, 2
    free = [
        (left, top)
        for top in range(border, 30 - border - height + 1)
        for left in range(border, 40 - border - width + 1)
        if is_free(ink, left, top, width, height, air)
    ]

    room = nearest_room(ink, width=width, height=height, wish=wish, air=air, border=border)

    def distance(left: int, top: int) -> int:
        return (left - wish[0]) ** 2 + (top - wish[1]) ** 2

    nearest = min((distance(*place) for place in free), default=None)
    assert (room and distance(room.left, room.top)) == nearest
    assert room is None or (room.left, room.top) in free


def test_rooms_taken_one_after_the_other_never_meet():
    ink = page([(3, 3), (12, 30)])
    rooms = []

    while room := nearest_room(ink, width=8, height=4, wish=(31, 1), air=1, border=1):
        taken(ink, room)
        rooms.append(room)

    cells = [
        (row, column)
        for room in rooms
        for row in range(room.top, room.top + room.height)
        for column in range(room.left, room.left + room.width)
    ]
    assert len(rooms) > 5
    assert len(cells) == len(set(cells))


def test_a_page_smaller_than_the_room_has_none():
    assert nearest_room(page([]), width=41, height=2, wish=(0, 0)) is None


def test_a_free_wish_is_granted_to_the_cell():
    assert nearest_room(page([]), width=5, height=5, wish=(30, 2)) == Room(30, 2, 5, 5)


@pytest.mark.parametrize("paper", [255, 215, 170])
def test_paper_is_free_however_yellowed_and_print_on_it_is_not(paper):
    gray = np.full((160, 160), paper, np.uint8)
    gray[40:44, 10:150] = paper // 3

    ink = ink_of(gray)

    assert ink[40:44, 10:150].all()
    assert not ink[:40].any()
    assert not ink[44:].any()


def test_the_shade_that_grows_towards_a_fold_is_no_ink():
    shade = np.tile(np.linspace(255, 215, 160).astype(np.uint8), (160, 1))

    assert not ink_of(shade).any()


def test_an_even_dark_picture_is_ink_throughout():
    gray = np.full((160, 160), 250, np.uint8)
    gray[32:96, 32:96] = 120

    assert ink_of(gray)[32:96, 32:96].all()


def test_one_spot_fills_its_cell_and_a_cell_cut_off_by_the_edge_is_not_free():
    ink = page([(4, 7)], rows=10, columns=11)

    cells = coarser(ink, 2)

    assert cells.shape == (5, 6)
    assert cells[2, 3]
    assert cells[:, 5].all()
    assert cells.sum() == 6
