"""flask trace: the same facts as JSON for programs and as a tree for people."""

import json

import pytest
from click.testing import CliRunner

from saraban.cli.lazy import LazyCommand
from tests.cast import Cast
from tests.stories.circular import tell

command = LazyCommand("trace", "saraban.cli.trace:command", "")


@pytest.fixture
def traced(cast: Cast):
    tell(cast)
    answer = CliRunner().invoke(command, ["มท ๐๒๒๙/ว ๓๗๙๙", "--json"])
    assert answer.exit_code == 0
    return json.loads(answer.output)


def test_the_root_is_the_memo(traced):
    assert traced["root"]["letter_number"] == "มท 0229/ว 3799"
    assert traced["root"]["printed_number"] == "มท ๐๒๒๙/ว ๓๓๗๙๙"
    assert traced["root"]["dated_on"] == "2022-05-31"


def test_nodes_name_their_parents_and_their_receipts(traced):
    by_number = {node["letter_number"]: node for node in traced["nodes"] if node["letter_number"]}

    province = by_number["ตก 0023.3/ว 5765"]
    assert province["parent"] == by_number["มท 0801.4/ว 1658"]["id"]
    assert province["received_letter_number"] == "มท 0801.4/ว 1658"
    assert [receipt["number"] for receipt in province["receipts"]] == [1149, 1037, 116]
    assert province["delivered_at"] == "2022-06-10T09:00:00+07:00"
    assert (by_number["มท 0801.4/ว 1658"]["days_held"], province["days_held"]) == (3, 6)


def test_conflicts_say_what_was_written_and_what_is_true(traced):
    assert [(one["citing"], one["fields"]) for one in traced["conflicts"]] == [
        ("มท 0801.4/ว 1658", ["number", "dated_on"]),
        ("ตก 0023.3/ว 5765", ["dated_on"]),
    ]
    assert traced["conflicts"][0]["cited_as"]["number"] == "มท 0229/ว 3799"
    assert traced["conflicts"][0]["resolved_to"]["number"] == "มท 0229/ว 33799"


def test_three_lists_say_who_has_not(traced):
    assert [unit["unit"] for unit in traced["unlisted"]] == ["องค์การบริหารส่วนจังหวัดตาก"]
    assert {unit["via"] for unit in traced["not_reached"]} == {"จ.กำแพงเพชร", "อ.แม่สอด"}
    assert len(traced["silent"]) == 5


def test_people_read_a_tree_with_the_conflicts_marked(cast: Cast):
    tell(cast)

    answer = CliRunner().invoke(command, ["ว 3799"])

    assert answer.exit_code == 0
    province = "│  ├─ จ.ตาก  ตก ๐๐๒๓.๓/ว ๕๗๖๕ (๑๖ มิ.ย. ๖๕)  ✓ แจ้งต่อแล้ว"
    assert f"{province}  ก่อนถึง ๑๐ วัน · อยู่ที่หน่วย ๖ วัน" in answer.output
    assert "≠ อ้างวันที่ ๖ มิ.ย. ๒๕๖๕ ตัวจริง ๓ มิ.ย. ๒๕๖๕" in answer.output


@pytest.mark.parametrize("arguments", [["ว 2"], ["มท 0229/ว 3799", "--year", "๒๕๖๐"], ["?"]])
def test_what_is_not_found_ends_with_one_line_and_1(cast: Cast, arguments: list[str]):
    tell(cast)

    answer = CliRunner().invoke(command, arguments)

    assert answer.exit_code == 1
    assert len(answer.output.strip().splitlines()) == 1
