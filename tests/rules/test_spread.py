"""The middle, the ninetieth of a hundred and the last of many days."""

import pytest

from saraban.rules.spread import Spread, spread_of


@pytest.mark.parametrize(
    ("counts", "spread"),
    [
        ({3: 1}, Spread(1, 3, 3, 3)),
        ({1: 1, 2: 1}, Spread(2, 1, 2, 2)),
        ({1: 1, 2: 1, 30: 1}, Spread(3, 2, 30, 30)),
        ({0: 9, 40: 1}, Spread(10, 0, 0, 40)),
        ({0: 89, 5: 10, 400: 1}, Spread(100, 0, 5, 400)),
        ({-2: 1, 4: 2}, Spread(3, 4, 4, 4)),
    ],
)
def test_each_figure_is_what_some_unit_really_took(counts: dict[int, int], spread: Spread):
    assert spread_of(counts) == spread


@pytest.mark.parametrize("counts", [{}, {3: 0}])
def test_of_nobody_there_is_no_spread(counts: dict[int, int]):
    assert spread_of(counts) is None
