"""How many days each level takes over many circulars: for who answers for them, or audits them."""

from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from saraban import clock
from saraban.queries.level_days import MOST_CIRCULARS, STEPS, level_days
from saraban.rules.deliveries import Step
from saraban.rules.letters import Urgency
from saraban.rules.levels import THAI_LEVEL, Level
from saraban.rules.permissions import Act
from saraban.thai.dates import be_year
from saraban.web.answers import page, page_asked
from saraban.web.cascade_hops import STEP_WORDS
from saraban.web.session import actor, require, signed_in

pages = Blueprint("level_days", __name__)

YEARS_BACK = 5


@pages.get("/cascades/days")
@signed_in
def days() -> Any:
    """The figures, narrowed down by the address: step, year, urgency, level, unit."""
    require(Act.SEE_CASCADE)
    asked = _asked()
    this_year = be_year(clock.today())
    step_word = STEP_WORDS[asked["step"]]
    found = level_days(
        actor(),
        step=asked["step"],
        be_year=asked["year"],
        urgency=asked["urgency"],
        level=asked["level"],
        unit_uid=asked["unit"],
        page=asked["page"],
    )

    def here(**changes: Any) -> str:
        values = {**asked, "page": None, **changes}
        kept = {name: value for name, value in values.items() if value}
        return url_for("level_days.days", **kept)

    return page(
        "cascade/days.html",
        found=found,
        asked=asked,
        here=here,
        most=MOST_CIRCULARS,
        steps=[(step.value, _(STEP_WORDS[step])) for step in STEPS],
        step_word=_(step_word),
        years=list(range(this_year, this_year - YEARS_BACK, -1)),
        urgencies=[urgency.value for urgency in Urgency],
        level_words={level: _(word) for level, word in THAI_LEVEL.items()},
    )


def _asked() -> dict[str, Any]:
    """What the address asks for; an unknown value asks for nothing."""
    step, level = request.args.get("step", ""), request.args.get("level", "")
    urgency = request.args.get("urgency", "")
    return {
        "step": Step(step) if step in {one.value for one in STEPS} else Step.ACKNOWLEDGED,
        "year": request.args.get("year", type=int),
        "urgency": urgency if urgency in {one.value for one in Urgency} else "",
        "level": Level(level) if level in set(Level) else None,
        "unit": request.args.get("unit", ""),
        "page": page_asked(),
    }
