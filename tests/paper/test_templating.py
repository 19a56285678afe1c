from datetime import UTC, date, datetime, time

import pytest
from jinja2 import Environment, UndefinedError

from saraban.paper.templating import environment, install, instant_local, unbreakable

NEW_YEAR_IN_BANGKOK = datetime(2025, 12, 31, 17, 30, tzinfo=UTC)


def shown(template: str, **facts: object) -> str:
    return install(Environment()).from_string(template).render(**facts)  # noqa: S701 - by install


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ day | thai_date }}", "๑๖ มิถุนายน ๒๕๖๕"),
        ("{{ day | thai_date_medium }}", "๑๖ มิ.ย. ๒๕๖๕"),
        ("{{ day | thai_date_short }}", "๑๖ มิ.ย. ๖๕"),
        ("{{ moment | thai_time }}", "๑๓.๓๐ น."),
        ("{{ 1658 | thai_digits }}", "๑๖๕๘"),
        ("{{ none | thai_date }}{{ none | thai_time }}{{ none | thai_digits }}", ""),
    ],
)
def test_a_day_a_time_and_a_number_are_written_the_thai_way(template, text):
    assert shown(template, day=date(2022, 6, 16), moment=time(13, 30)) == text


def test_an_instant_is_shown_by_the_bangkok_clock():
    assert shown("{{ at | thai_date }}", at=NEW_YEAR_IN_BANGKOK) == "๑ มกราคม ๒๕๖๙"
    assert shown("{{ at | thai_time }}", at=NEW_YEAR_IN_BANGKOK) == "๐๐.๓๐ น."
    assert instant_local(NEW_YEAR_IN_BANGKOK).isoformat() == "2026-01-01T00:30:00+07:00"


def test_a_naive_instant_is_a_fault():
    with pytest.raises(ValueError, match="naive"):
        instant_local(NEW_YEAR_IN_BANGKOK.replace(tzinfo=None))


def test_the_screen_may_prefer_arabic_digits():
    env = install(Environment(), prefers_thai_digits=lambda: False)  # noqa: S701 - by install

    template = env.from_string("{{ day | thai_date }} {{ '๑๒' | thai_digits }}")

    assert template.render(day=date(2022, 6, 16)) == "16 มิถุนายน 2565 12"


def test_a_page_is_escaped_and_a_plain_text_is_not(tmp_path):
    for name in ("page.html", "mail.txt"):
        (tmp_path / name).write_text("{{ text }}", encoding="utf-8")

    env = environment(tmp_path)

    assert env.get_template("page.html").render(text="<b>") == "&lt;b&gt;"
    assert env.get_template("mail.txt").render(text="<b>") == "<b>"


def test_a_name_nobody_gave_is_a_fault_not_a_blank():
    with pytest.raises(UndefinedError):
        shown("{{ forgotten }}")


@pytest.mark.parametrize(
    "whole",
    [
        "วันที่ ๑๖ มิถุนายน ๒๕๖๕",
        "ลงวันที่ ๓ มิ.ย. พ.ศ. ๒๕๖๕",
        "กรกฎาคม ๒๕๖๕",
        "พ.ศ. ๒๕๖๕",
        "ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘",
        "กค (กวจ) ๐๔๐๕.๒/ว ๗๒๗",
        "ตก 0023.3/ว5765",
        "เวลา ๐๘.๓๐ น.",
        "โทร. ๐ ๒๒๔๑ ๙๐๑๔",
        "๑๒๕ แห่ง",
        "ม.ร.ว.",
    ],
)
def test_what_belongs_together_stays_on_one_line(whole):
    assert f'<span class="whole">{whole}</span>' in unbreakable(f"ข้อความ {whole} ต่อไป")


def test_unbreakable_text_is_escaped_inside_and_out():
    assert unbreakable("<i> ๑ มกราคม ๒๕๖๕ <i>") == (
        '&lt;i&gt; <span class="whole">๑ มกราคม ๒๕๖๕</span> &lt;i&gt;'
    )
