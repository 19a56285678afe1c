"""For the timeline: that a letter came again, and that rows were declared one letter."""

from dataclasses import replace
from typing import Any

from saraban.queries.arrivals import noted_arrivals
from saraban.queries.same_letter import merges_of
from saraban.queries.timeline_line import TimelineLine
from saraban.rules.days import day_of
from saraban.rules.permissions import Actor


def arrival_lines(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """Each further coming of the letter, and where it was taken back."""
    lines = []
    for arrival in noted_arrivals(actor, [letter.id], sees_all):
        came = TimelineLine(
            on=arrival.on,
            at=arrival.at,
            what="arrived",
            who=arrival.unit_name,
            number=arrival.channel,
            words=" ".join(filter(None, (arrival.came_from, arrival.noted_by))),
            is_ours=arrival.unit_id == actor.unit_id,
        )
        lines.append(came)
        if arrival.taken_back_at is not None:
            lines.append(
                replace(
                    came,
                    on=day_of(arrival.taken_back_at),
                    at=arrival.taken_back_at,
                    what="arrival_taken_back",
                    words=arrival.taken_back_reason,
                )
            )
    return lines


def merge_lines(actor: Actor, letter: Any) -> list[TimelineLine]:
    """When other rows were declared one letter with it, and when that was taken back."""
    lines = []
    for merge in merges_of(actor, letter.uid):
        made = TimelineLine(
            on=day_of(merge.merged_at),
            at=merge.merged_at,
            what="merged",
            who=merge.by_unit,
            number=merge.other_number,
            words=" ".join(filter(None, (merge.merged_by, merge.reason))),
            is_ours=merge.is_ours,
        )
        lines.append(made)
        if merge.undone_at is not None:
            lines.append(
                replace(
                    made,
                    on=day_of(merge.undone_at),
                    at=merge.undone_at,
                    what="merge_undone",
                    words=f"{merge.undone_by} {merge.undone_reason}",
                )
            )
    return lines
