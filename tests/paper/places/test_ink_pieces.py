"""Pieces of ink are told apart, however many there are."""

import numpy as np

from saraban.paper.places.ink_pieces import pieces_of_ink


def test_each_piece_has_its_pixels_its_box_and_its_middle():
    ink = np.zeros((20, 30), np.uint8)
    ink[2:5, 3:10] = 1
    ink[10:14, 20:22] = 255

    found = pieces_of_ink(ink)

    assert found.boxes[1:].tolist() == [[3, 2, 7, 3, 21], [20, 10, 2, 4, 8]]
    assert found.middles[1:].tolist() == [[6, 3], [20.5, 11.5]]
    assert np.unique(found.labels[2:5, 3:10]).tolist() == [1]
    assert found.labels[0, 0] == 0


def test_what_touches_at_a_corner_is_one_piece():
    assert len(pieces_of_ink(np.eye(5, dtype=np.uint8)).boxes) == 2


def test_grain_of_more_pieces_than_two_bytes_count_is_told_apart_too():
    ink = np.zeros((600, 600), np.uint8)
    ink[::2, ::2] = 1

    found = pieces_of_ink(ink)

    assert len(found.boxes) == 300 * 300 + 1
    assert int(found.labels.max()) == 300 * 300
