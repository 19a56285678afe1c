import itertools
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from saraban.paper.cascade_box import BOX_HEIGHT, BOX_WIDTH, DrawnNode
from saraban.paper.cascade_drawing import cascade_svg

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert('ก')</script> & \" \x00\x0b ]]>"

MINISTRY = DrawnNode(
    id="ministry",
    parent=None,
    level=0,
    title="กระทรวงทดสอบ",
    number="ทส ๙๙๐๑/ว ๑",
    state_shape="●",
    state_word="รับทราบ",
    days_held=2,
    is_inferred=False,
    has_conflict=False,
    href=None,
    closed_count=None,
    closed_words=None,
)


def node(id: str, parent: str | None, level: int, **more: object) -> DrawnNode:
    return replace(MINISTRY, id=id, parent=parent, level=level, title=f"หน่วย {id}", **more)


CASCADE = [
    MINISTRY,
    node("department", "ministry", 1),
    node("province", "department", 2, has_conflict=True),
    node("district", "province", 3, number=None, days_held=None, state_shape="◌"),
    node("local-1", "district", 4, state_shape="◑"),
    node("local-2", "district", 4, state_shape="◕"),
    node("direct", "province", 4, is_inferred=True),
    node("others", "department", 2, closed_count=75, closed_words="อีก ๗๕ จังหวัด ● ๕๘ ○ ๑๗"),
]


def drawn(nodes, title="สายเวียน"):
    # Our own output, and no document type in it to be expanded.
    return ElementTree.fromstring(cascade_svg(nodes, title=title))  # noqa: S314


def groups(svg):
    return [group for group in svg.iter(f"{SVG}g") if "data-node" in group.attrib]


def corners(svg):
    """The top left corner of each box, by node."""
    return {
        group.attrib["data-node"]: tuple(
            float(part) for part in group.attrib["transform"][10:-1].split()
        )
        for group in groups(svg)
    }


def overlapping(svg):
    places = [
        tuple(float(part) for part in group.attrib["transform"][10:-1].split())
        for group in groups(svg)
    ]
    return [
        (one, other)
        for one, other in itertools.combinations(places, 2)
        if abs(one[0] - other[0]) < BOX_WIDTH and abs(one[1] - other[1]) < BOX_HEIGHT
    ]


def test_every_unit_is_drawn_once_and_no_box_covers_another():
    svg = drawn(CASCADE)

    assert [group.attrib["data-node"] for group in groups(svg)] == [each.id for each in CASCADE]
    assert overlapping(svg) == []


def test_a_level_is_a_column_even_where_one_is_left_out():
    places = corners(drawn(CASCADE))

    assert places["direct"][0] == places["local-1"][0] > places["district"][0]
    assert places["others"][0] == places["province"][0]


def test_every_unit_below_another_has_an_edge():
    edges = drawn(CASCADE).findall(f"{SVG}g[@class='cascade-edges']/{SVG}path")

    assert len(edges) == len(CASCADE) - 1


def test_a_box_tells_its_unit_number_state_and_days_in_words():
    svg = drawn([replace(MINISTRY, is_inferred=True, has_conflict=True)])

    (group,) = groups(svg)

    assert group.find(f"{SVG}title").text == (
        "กระทรวงทดสอบ · เลข ทส ๙๙๐๑/ว ๑ · ● รับทราบ · อยู่ที่หน่วย ๒ วัน · อนุมานจากหลักฐานอื่น · ข้อมูลขัดกัน"
    )
    assert {"cascade-node", "is-inferred", "has-conflict"} == set(group.attrib["class"].split())


def test_a_unit_without_a_number_shows_a_dash():
    svg = drawn([replace(MINISTRY, number=None)])

    assert [text.text for text in svg.iter(f"{SVG}text")][1] == "–"


def test_a_closed_branch_is_one_box_with_its_counts():
    svg = drawn([replace(MINISTRY, closed_count=75, closed_words="อีก ๗๕ จังหวัด ● ๕๘ ○ ๑๗")])

    assert "".join(svg.itertext()).count("อีก ๗๕ จังหวัด") == 2  # in the box and in its title
    assert "รับทราบ" not in "".join(svg.itertext())


def test_a_picture_without_links_is_an_image_with_a_name_and_a_description():
    svg = drawn(CASCADE, title="สายเวียน ว ๑๖๕๘")

    assert svg.attrib["role"] == "img"
    assert svg.find(f"{SVG}title").text == "สายเวียน ว ๑๖๕๘"
    assert "แสดง ๗ หน่วย พับไว้อีก ๗๕ หน่วย" in svg.find(f"{SVG}desc").text


def test_a_picture_with_links_does_not_hide_them_from_a_screen_reader():
    svg = drawn([replace(MINISTRY, href="/cascades/1?unit=2&open=3")])

    assert svg.attrib["role"] == "group"
    assert svg.find(f"{SVG}a").attrib["href"] == "/cascades/1?unit=2&open=3"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", " javascript:x", ""]
)
def test_a_link_that_is_no_page_of_a_site_is_left_out(href):
    assert drawn([replace(MINISTRY, href=href)]).find(f"{SVG}a") is None


def test_hostile_text_is_only_text():
    text = {"title": HOSTILE, "number": HOSTILE, "state_word": HOSTILE, "state_shape": HOSTILE}
    closed = node(HOSTILE, None, 0, closed_count=1, closed_words=HOSTILE)

    picture = cascade_svg([replace(MINISTRY, **text), closed], title=HOSTILE)

    assert "<script" not in picture
    assert "&lt;script&gt;" in picture
    assert drawn([closed]) is not None


def test_nothing_in_the_picture_offends_the_content_security_policy():
    svg = drawn([*CASCADE, replace(MINISTRY, id="linked", href="/")])

    for element in svg.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script")
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_a_long_name_is_cut_between_letters_and_told_whole_in_its_title():
    long_name = "องค์การบริหารส่วนตำบลน้ำผึ้งที่อยู่ไกลที่สุดของฝั่งโน้น"

    svg = drawn([replace(MINISTRY, title=long_name)])

    shown = next(svg.iter(f"{SVG}text")).text
    assert shown.endswith("…")
    assert long_name.startswith(shown[:-1])
    assert long_name in next(iter(groups(svg))).find(f"{SVG}title").text


def test_no_units_are_an_empty_picture():
    assert groups(drawn([])) == []


unit_names = st.sampled_from("กขคงจฉช")


@given(
    st.lists(
        st.builds(
            node,
            unit_names,
            st.one_of(st.none(), unit_names),
            st.integers(0, 5),
            days_held=st.one_of(st.none(), st.integers(0, 4000)),
        ),
        max_size=12,
    )
)
def test_any_parents_even_lost_doubled_or_circular_give_a_picture_without_overlap(nodes):
    svg = drawn(nodes)

    assert len(groups(svg)) == len(nodes)
    assert overlapping(svg) == []
