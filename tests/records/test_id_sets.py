"""A set of ids as one value."""

import pytest

from saraban.records import Unit
from saraban.records.id_sets import among
from tests.cast import Cast


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_condition_holds_for_the_ids_given_and_no_others(cast: Cast, count: int) -> None:
    ids = [cast.tao.unit.id, cast.pao.unit.id, cast.city.unit.id][:count]

    found = {unit.id for unit in Unit.select().where(among(Unit.id, ids))}

    assert found == set(ids)
