"""Books, lists and dossiers asked for as a file: what was asked, and how far it is."""

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.paper_forms import PaperForm
from saraban.thai.dates import BE_OFFSET

# Up to here a file is made while its asker waits; the desk is never held up for longer.
MOST_ROWS_AT_ONCE = 1_000
# One file is at most a large ministry's year; what is longer is asked for in parts.
MOST_ROWS = 60_000
# A ready file leaves the list of its asker after this; its bytes stay in the file store.
KEPT_FOR = timedelta(days=30)
# The worker says every few seconds that it still works on a file.
LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 3


class ExportFormat(StrEnum):
    """What the file is."""

    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"  # of a dossier only


MEDIA_TYPES = {
    ExportFormat.JSON: "application/json",
    ExportFormat.PDF: "application/pdf",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ExportState(StrEnum):
    """How far the machine is with a file."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"


THAI_EXPORT_STATE = {
    ExportState.WAITING: N_("รอจัดทำ"),
    ExportState.MAKING: N_("กำลังจัดทำ"),
    ExportState.READY: N_("พร้อมแล้ว"),
    ExportState.FAILED: N_("จัดทำไม่สำเร็จ"),
    ExportState.CANCELLED: N_("ยกเลิกแล้ว"),
}


@dataclass(frozen=True, kw_only=True)
class BookAsk:
    """A form of one unit's book over some days, both included; a whole book when be_year is set.

    register is the book's code; it is empty for forms that are of no book.
    """

    form: PaperForm
    unit_uid: str
    register: str
    from_on: date
    to_on: date
    format: ExportFormat
    be_year: int | None = None

    def as_text(self) -> str:
        """The ask as it is kept."""
        return json.dumps(
            asdict(self), ensure_ascii=False, sort_keys=True, default=lambda day: day.isoformat()
        )

    @classmethod
    def of_text(cls, text: str) -> "BookAsk":
        """The ask out of what was kept."""
        told = json.loads(text)
        told["form"] = PaperForm(told["form"])
        told["format"] = ExportFormat(told["format"])
        for name in ("from_on", "to_on"):
            told[name] = date.fromisoformat(told[name])
        return cls(**told)

    @property
    def media_type(self) -> str:
        """The media type of the file asked for."""
        return MEDIA_TYPES[self.format]


@dataclass(frozen=True, kw_only=True)
class DossierAsk:
    """The dossier of a letter's chain, as the person who asks for it may see it."""

    letter_uid: str
    question: str
    format: ExportFormat

    def as_text(self) -> str:
        """The ask as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @property
    def media_type(self) -> str:
        """The media type of the file asked for."""
        return MEDIA_TYPES[self.format]


class DutyPaper(StrEnum):
    """What of a duty is printed."""

    GRID = "grid"
    LIST = "list"
    OUTSTANDING = "outstanding"
    FIGURES = "figures"  # made at once: no table, but drawings and sums


@dataclass(frozen=True, kw_only=True)
class DutyAsk:
    """A duty's grid or list, narrowed down as the page was, as its asker may see it.

    since and until are the numbers of the first and the last period, both or neither.
    """

    duty_uid: str
    what: DutyPaper
    format: ExportFormat
    province: str = ""
    district: str = ""
    find: str = ""
    standing: str = ""
    unit: str = ""
    since: int | None = None
    until: int | None = None

    def as_text(self) -> str:
        """The ask as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @property
    def media_type(self) -> str:
        """The media type of the file asked for."""
        return MEDIA_TYPES[self.format]

    @property
    def span(self) -> tuple[int, int] | None:
        """The periods asked for; None for all, or the usual ones."""
        return None if self.since is None or self.until is None else (self.since, self.until)


@dataclass(frozen=True, kw_only=True)
class OverviewAsk:
    """The overview of a unit's duties, narrowed down as the page was, as its asker may see it.

    overview tells this ask from others once it is kept; the rest are the words of the page's
    address, the days in ISO order.
    """

    format: ExportFormat
    overview: str = "duties"
    side: str = ""
    shown: str = ""
    since: str = ""
    until: str = ""
    province: str = ""
    words: str = ""
    sort: str = ""

    def as_text(self) -> str:
        """The ask as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @property
    def media_type(self) -> str:
        """The media type of the file asked for."""
        return MEDIA_TYPES[self.format]


Ask = BookAsk | DossierAsk | DutyAsk | OverviewAsk


def ask_of_text(text: str) -> Ask:
    """Whatever was asked for, out of what was kept."""
    told = json.loads(text)
    if "letter_uid" in told:
        return DossierAsk(**{**told, "format": ExportFormat(told["format"])})
    if "duty_uid" in told:
        kinds = {"what": DutyPaper(told["what"]), "format": ExportFormat(told["format"])}
        return DutyAsk(**{**told, **kinds})
    if "overview" in told:
        return OverviewAsk(**{**told, "format": ExportFormat(told["format"])})
    return BookAsk.of_text(text)


def whole_year(be_year: int) -> tuple[date, date]:
    """The first and the last day of a BE year."""
    return date(be_year - BE_OFFSET, 1, 1), date(be_year - BE_OFFSET, 12, 31)


def file_name(ask: BookAsk, title: str) -> str:
    """A name that says what the file is: "ทะเบียนหนังสือรับ_2565-06-16.pdf", days in BE."""
    days = [f"{day.year + BE_OFFSET}-{day:%m-%d}" for day in (ask.from_on, ask.to_on)]
    span = str(ask.be_year) if ask.be_year else "_".join(dict.fromkeys(days))
    return f"{title.replace(' ', '-').replace('/', '-')}_{span}.{ask.format.value}"
