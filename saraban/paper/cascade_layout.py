"""Where each unit of a cascade stands: its column by level, its row so that none collide."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A place in the grid. A parent stands in the row of its first child, so that the first
    line of the picture is a whole way down, and the beginning is at its top left.

    parent is the index of the parent among the units laid out, None for the root of a tree.
    """

    column: int
    row: int
    parent: int | None


def lay_out(units: Sequence[tuple[str, str | None, int]]) -> list[Cell]:
    """A cell for each unit, given as (id, parent's id, level), in the order given.

    Each leaf has a row of its own, branches keep the order given. A unit whose parent is not
    among them begins a tree of its own; so does the first of a circle of parents. A parent
    always stands in an earlier column than its children, whatever the levels say.
    """
    parent_of = _parents(units)
    children: list[list[int]] = [[] for _ in units]
    roots: list[int] = []
    for index, parent in enumerate(parent_of):
        (roots if parent is None else children[parent]).append(index)

    order: list[int] = []  # every parent before its children
    waiting = roots[::-1]
    while waiting:
        index = waiting.pop()
        order.append(index)
        waiting.extend(reversed(children[index]))

    lowest = min((level for _, _, level in units), default=0)
    columns = [level - lowest for _, _, level in units]
    rows = [0] * len(units)
    leaf_count = 0
    for index in order:
        parent = parent_of[index]
        if parent is not None:
            columns[index] = max(columns[index], columns[parent] + 1)
        if not children[index]:
            rows[index] = leaf_count
            leaf_count += 1
    for index in reversed(order):
        if children[index]:
            rows[index] = rows[children[index][0]]
    return [
        Cell(column=column, row=row, parent=parent)
        for column, row, parent in zip(columns, rows, parent_of, strict=True)
    ]


def _parents(units: Sequence[tuple[str, str | None, int]]) -> list[int | None]:
    """The index of each unit's parent, circles cut so that what is left are trees."""
    first_of: dict[str, int] = {}
    for index, (unit_id, _, _) in enumerate(units):
        first_of.setdefault(unit_id, index)
    parent_of = [None if parent is None else first_of.get(parent) for _, parent, _ in units]
    settled: set[int] = set()
    for start in range(len(units)):
        path: set[int] = set()
        step: int | None = start
        while step is not None and step not in settled:
            if step in path:
                parent_of[step] = None
                break
            path.add(step)
            step = parent_of[step]
        settled |= path
    return parent_of
