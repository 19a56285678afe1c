"""The timeline of a cascade: levels over the days, and the way to one agency."""

from tests.stories.circular import Story
from tests.web.conftest import SignIn


def test_the_levels_are_drawn_and_told_in_a_table(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade?tab=hops")

    assert page.status_code == 200
    assert 'class="days"' in page.text
    assert '<th scope="row">อำเภอ</th>' in page.text
    assert "จังหวัด ลงรับ ๑ หน่วย ครึ่งหนึ่งภายใน ๑๐ มิ.ย. ๒๕๖๕" in page.text


def test_the_way_to_one_agency_has_a_line_for_each_hop(story: Story, sign_in_as: SignIn):
    district = story.cast.district_a.unit.name_th
    page = sign_in_as(story.cast.ministry.clerk).get(
        f"/letters/{story.memo}/cascade?tab=hops&find={district}"
    )

    table = page.text.partition('class="hops"')[2].partition("</table>")[0]
    assert table.count('<th scope="row">') == 4
    assert "๑๐ มิ.ย. ๒๕๖๕" in table


def test_an_agency_that_is_not_there_is_said_to_be_none(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.ministry.clerk).get(
        f"/letters/{story.memo}/cascade?tab=hops&find=ไม่มีหน่วยนี้"
    )

    assert page.status_code == 200
    assert "ไม่มีหน่วยชื่อนี้" in page.text
