"""A report form that was published anew while somebody filled it in: told, and nothing lost."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from saraban import clock
from saraban.errors import ReportFormNotFound
from saraban.queries.report_forms import PublishedForm, form_version
from saraban.rules.report_form_changes import FormChange, carried_over, form_changes
from saraban.rules.report_values import read_answers
from saraban.web.report_fields import fields_of


@dataclass(frozen=True)
class FormMoved:
    """The form is not the one that was being filled in any more.

    left_over are (label, words) of what was typed and has no place in the new version; the rest
    stands in its fields as before.
    """

    version: int
    changes: tuple[FormChange, ...]
    left_over: tuple[tuple[str, str], ...]


def form_moved(
    before: PublishedForm,
    now: PublishedForm,
    typed: MultiDict[str, str],
    *,
    prefix: str = "fields-",
) -> FormMoved | None:
    """What became of a form while it was filled in; None if it is still the same version.

    typed is what the page or the draft holds. Fields keep their names from version to version, so
    the new version's form, given the same, shows all that still has a place.
    """
    if before.id == now.id:
        return None
    old = fields_of(before.definition)(typed)
    read = read_answers(before.definition, old.typed, today=clock.today())
    carried = carried_over(before.definition, now.definition, read.values)
    unread = [
        (field.label, words)
        for field in before.definition.asking
        if field.key not in read.values
        and now.definition.field(field.key) is None
        and isinstance(words := old.typed.get(field.key), str)
        and words.strip()
    ]
    return FormMoved(
        now.version,
        form_changes(before.definition, now.definition),
        (*carried.left_over, *unread),
    )


def moved_since(version_id: int | None, typed: MultiDict[str, str]) -> FormMoved | None:
    """The same for a page or a draft that tells in `form_version` what it was typed into.

    version_id is the version that the duty asks for now, None for no form.
    """
    seen = typed.get("form_version", "")
    if version_id is None or not seen.isdecimal() or len(seen) > 9 or int(seen) == version_id:
        return None
    try:
        before = form_version(int(seen))
    except ReportFormNotFound:
        return None
    return form_moved(before, form_version(version_id), typed)
