"""How right a reading is: accuracy and F1 for each field, against labels made by a person.

Strict: equal after NFC, Arabic digits and single blanks. Soft, for free text: also without
blanks, punctuation and tone marks, or alike to 0.85.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from saraban.thai.digits import to_arabic

ALIKE = 0.85

_TONES = re.compile("[\u0e47-\u0e4e]")
_ZERO_WIDTH = re.compile("[\u200b-\u200f\ufeff]")
_PLAIN_SIGNS = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-"})


@dataclass(frozen=True)
class Prediction:
    """A label and what was read for it; None when nothing was."""

    name: str
    label: dict[str, Any]
    read: dict[str, Any] | None


@dataclass(frozen=True)
class Score:
    """One row of the table; F1 is over the values that are there."""

    field: str
    labelled: int
    accuracy: float
    precision: float
    recall: float
    f1: float
    f1_strict: float


@dataclass(frozen=True)
class _Field:
    """How a field is found in a label, made comparable, and whether it is free text."""

    name: str
    path: str
    key: Callable[[Any], Any]
    is_free: bool = False
    is_list: bool = False


def regular(value: Any) -> str:
    """A value as strict comparison sees it."""
    if value is None:
        return ""
    text = to_arabic(unicodedata.normalize("NFC", str(value))).replace("\u0e4d\u0e32", "\u0e33")
    return " ".join(_ZERO_WIDTH.sub("", text).translate(_PLAIN_SIGNS).split())


def _folded(value: Any) -> str:
    text = _TONES.sub("", regular(value)).lower()
    return "".join(c for c in text if c.isalnum() or ("\u0e00" <= c <= "\u0e7f" and c != "ฯ"))


def _tight(value: Any) -> str:
    return re.sub(r"\s", "", regular(value)).lower()


def _letter_number(value: Any) -> str:
    text = re.sub("^ที่", "", re.sub(r"\s", "", regular(value)))
    return re.sub(r"(?<=[\u0e01-\u0e2e])\.(?=[0-9])|\.(?=/)", "", text).lower()


def _phone(value: Any) -> str:
    return re.sub(r"\D", "", regular(value))


def _yes_or_no(value: Any) -> str:
    return "" if value is None else "yes" if value is True else "no"


def _cited(value: Any) -> tuple[str, str]:
    return _letter_number(value.get("number")), regular(value.get("date_iso"))


def _deadline(value: Any) -> tuple[str, ...]:
    kind = regular(value.get("kind"))
    if kind == "recurring":
        return kind, ";".join(sorted(_tight(value.get("rrule")).upper().split(";")))
    if kind == "relative":
        return kind, str(value.get("days") or ""), str(value.get("working_days") or "")
    return kind, regular(value.get("due_iso"))


def _stamp(value: Any) -> tuple[str, str]:
    return _tight(value.get("number")), regular(value.get("date_iso"))


def _whole_stamp(value: Any) -> tuple[str, ...]:
    time = re.search(r"([0-9]{1,2})[:.]([0-9]{2})", regular(value.get("time")))
    told = f"{int(time[1]):02}:{time[2]}" if time else ""
    return _folded(value.get("unit")), *_stamp(value), told


_FIELDS = (
    _Field("kind", "kind", _tight),
    _Field("urgency", "urgency", _tight),
    _Field("secrecy", "secrecy", _tight),
    _Field("number", "number.normalized_arabic", _letter_number),
    _Field("number.issuer_code", "number.issuer_code", _tight),
    _Field("number.unit_code", "number.unit_code", _tight),
    _Field("number.circular", "number.circular", _yes_or_no),
    _Field("number.running", "number.running", _tight),
    _Field("date_iso", "date_iso", _tight),
    _Field("issuer", "issuer", regular, is_free=True),
    _Field("subject", "subject", regular, is_free=True),
    _Field("signatory.name", "signatory.name", regular, is_free=True),
    _Field("signatory.position", "signatory.position", regular, is_free=True),
    _Field("signatory.acting_for", "signatory.acting_for", regular, is_free=True),
    _Field("contact.section", "contact.section", regular, is_free=True),
    _Field("contact.phone", "contact.phone", _phone),
    _Field("contact.email", "contact.email", _tight),
    _Field("addressees", "addressees", regular, is_free=True, is_list=True),
    _Field("references", "references", _cited, is_list=True),
    _Field("enclosures", "enclosures", regular, is_free=True, is_list=True),
    _Field("cited", "cited", _cited, is_list=True),
    _Field("asks", "asks", _tight, is_list=True),
    _Field("deadlines", "deadlines", _deadline, is_list=True),
    _Field("onward", "onward", regular, is_free=True, is_list=True),
    _Field("stamps", "stamps", _stamp, is_list=True),
    _Field("stamps (unit+time)", "stamps", _whole_stamp, is_list=True),
)


def scores_of(predictions: Sequence[Prediction]) -> list[Score]:
    """One score a field, in the order of the table."""
    return [_score(field, predictions) for field in _FIELDS]


def table_lines(predictions: Sequence[Prediction]) -> Iterator[str]:
    """The scores as a table; the last line is the mean over the fields with labels."""
    missing = sum(one.read is None for one in predictions)
    yield f"{len(predictions)} documents, {missing} without a prediction"
    yield (f"{'field':22} {'gold':>5} {'acc':>6} | {'P':>6} {'R':>6} {'F1':>6} | {'F1strict':>6}")
    scores = scores_of(predictions)
    for one in scores:
        yield (
            f"{one.field:22} {one.labelled:5} {one.accuracy:6.3f} | {one.precision:6.3f} "
            f"{one.recall:6.3f} {one.f1:6.3f} | {one.f1_strict:6.3f}"
        )
    told = [one for one in scores if one.labelled]
    count = len(told) or 1
    accuracy = sum(one.accuracy for one in told) / count
    soft = sum(one.f1 for one in told) / count
    strict = sum(one.f1_strict for one in told) / count
    yield (
        f"{'OVERALL':22} {'':5} {accuracy:6.3f} | {'':6} {'':6} {soft:6.3f} | {strict:6.3f}   "
        f"(mean over the {len(told)} fields with labels)"
    )


def missed_lines(predictions: Sequence[Prediction]) -> Iterator[str]:
    """Every field that is not right, with what was wanted and what was read."""
    for field in _FIELDS:
        for one in predictions:
            wanted, read = _at(one.label, field.path), _at(one.read, field.path)
            if not _compared(field, wanted, read).is_right:
                if field.is_list:
                    wanted, read = wanted or [], read or []
                shown = (json.dumps(value, ensure_ascii=False) for value in (wanted, read))
                yield "MISS {:20} {:8} gold={} pred={}".format(field.name, one.name, *shown)


@dataclass(frozen=True)
class _Compared:
    labelled: int
    read: int
    hits: int
    strict_hits: int
    is_right: bool


def _score(field: _Field, predictions: Sequence[Prediction]) -> Score:
    all_compared = [
        _compared(field, _at(one.label, field.path), _at(one.read, field.path))
        for one in predictions
    ]
    labelled = sum(one.labelled for one in all_compared)
    read = sum(one.read for one in all_compared)
    precision, recall, f1 = _rates(sum(one.hits for one in all_compared), read, labelled)
    *_, strict = _rates(sum(one.strict_hits for one in all_compared), read, labelled)
    right = sum(one.is_right for one in all_compared) / (len(predictions) or 1)
    return Score(field.name, labelled, right, precision, recall, f1, strict)


def _rates(hits: int, read: int, labelled: int) -> tuple[float, float, float]:
    precision = hits / read if read else float(not labelled)
    recall = hits / labelled if labelled else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _compared(field: _Field, label: Any, read: Any) -> _Compared:
    if field.is_list:
        return _compared_lists(field, label or [], read or [])
    wanted, got = field.key(label), field.key(read)
    is_same = wanted == got
    is_right = is_same or (field.is_free and _alike(wanted, got))
    both = bool(wanted and got)
    return _Compared(
        bool(wanted), bool(got), int(both and is_right), int(both and is_same), is_right
    )


def _compared_lists(field: _Field, label: Any, read: Any) -> _Compared:
    wanted = [field.key(one) for one in label]
    got = [field.key(one) for one in (read if isinstance(read, list) else [read])]
    strict = _pairs(wanted, got, lambda one, other: one == other)
    soft = _pairs(wanted, got, _alike) if field.is_free else strict
    return _Compared(len(wanted), len(got), soft, strict, soft == len(wanted) == len(got))


def _pairs(wanted: list[Any], got: list[Any], same: Callable[[Any, Any], bool]) -> int:
    left = list(got)
    hits = 0
    for one in wanted:
        place = next((place for place, other in enumerate(left) if same(one, other)), None)
        if place is not None:
            del left[place]
            hits += 1
    return hits


def _alike(one: str, other: str) -> bool:
    first, second = _folded(one), _folded(other)
    if first == second:
        return True
    if not first or not second:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _at(value: Any, path: str) -> Any:
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value
