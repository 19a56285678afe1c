from saraban.paper.cascade_layout import Cell, lay_out


def test_leaves_stand_one_under_another_and_a_parent_beside_its_first():
    cells = lay_out([("a", None, 1), ("b", "a", 2), ("c", "a", 2), ("d", "c", 3)])

    assert cells == [Cell(0, 0, None), Cell(1, 0, 0), Cell(1, 1, 0), Cell(2, 1, 2)]


def test_a_child_never_stands_before_its_parent_whatever_its_level():
    cells = lay_out([("a", None, 4), ("b", "a", 2)])

    assert cells[1].column == cells[0].column + 1


def test_a_circle_of_parents_is_cut_at_its_first_unit():
    cells = lay_out([("a", "b", 0), ("b", "a", 1), ("c", "c", 0), ("d", "lost", 0)])

    assert [cell.parent for cell in cells] == [None, 0, None, None]


def test_no_units_need_no_cells():
    assert lay_out([]) == []


def test_a_chain_of_thousands_is_laid_out():
    chain = [("0", None, 0), *((str(n), str(n - 1), n) for n in range(1, 5000))]

    assert lay_out(chain)[-1] == Cell(4999, 0, 4998)
