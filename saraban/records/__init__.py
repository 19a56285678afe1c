"""Tables, migrations, files: what saraban keeps. Nothing here decides."""

from saraban.records.arrivals import LetterArrival, LetterMerge, MergeMark
from saraban.records.audit_events import AuditEvent, AuditHead
from saraban.records.chases import Chase, ChaseLine, ChaseText
from saraban.records.citation_links import CaseMark, CitationLink
from saraban.records.closings import DayClosing
from saraban.records.deliveries import Delivery, DeliveryEnd, DeliveryLink, Dispatch
from saraban.records.drafts import Draft, DraftStep, DraftVersion, Letterhead
from saraban.records.endorsements import (
    ActingPost,
    Endorsement,
    EndorsingHabit,
    NoteStanding,
    OrderedDesk,
    UsualOrder,
)
from saraban.records.evidence import EvidenceFact, Upload
from saraban.records.expected_reports import (
    DeclaredEntry,
    DueChange,
    ExpectedReport,
    ExtensionAsk,
    ReportAnswer,
    ReportDraft,
    ReportPart,
    ReportReview,
    ReportSum,
)
from saraban.records.exports import Export
from saraban.records.hand_overs import DutyHolder, HandOver, OrderHolder
from saraban.records.holidays import Holiday, ProvinceHoliday
from saraban.records.installation import InstallationFact
from saraban.records.intakes import (
    FieldAnswer,
    Intake,
    IntakeLetter,
    IntakeReading,
    LetterSketch,
    SketchBand,
    WatchedFolder,
)
from saraban.records.letters import Citation, Letter, LetterFile, StoredFile
from saraban.records.mails import Mail
from saraban.records.people import Person, Post
from saraban.records.registers import (
    Book,
    BookYear,
    CircularChoice,
    Receipt,
    RegisterEntry,
    RegistrySetting,
    Reservation,
)
from saraban.records.relays import RelayDuty, RelaySetting
from saraban.records.reminders import CalendarFeed, Digest, ReminderLine, ReminderRun
from saraban.records.report_duties import DutyUnit, ReportDuty, ReportPeriod
from saraban.records.report_forms import ReportForm, ReportFormVersion
from saraban.records.reports import Duty, Report, ReportFile
from saraban.records.storage_lists import StorageLine, StorageList
from saraban.records.unit_groups import UnitGroup, UnitGroupVersion, UnitSet, UnitSetMember
from saraban.records.units import Unit, UnitVersion

TABLES = (
    Unit,
    UnitVersion,
    Person,
    Post,
    Letter,
    Citation,
    CitationLink,
    CaseMark,
    StoredFile,
    LetterFile,
    Book,
    RegistrySetting,
    CircularChoice,
    BookYear,
    Reservation,
    RegisterEntry,
    Receipt,
    UnitSet,
    UnitSetMember,
    UnitGroup,
    UnitGroupVersion,
    Dispatch,
    Delivery,
    DeliveryEnd,
    DeliveryLink,
    Duty,
    RelayDuty,
    RelaySetting,
    Report,
    ReportFile,
    ReportForm,
    ReportFormVersion,
    ReportDuty,
    DutyUnit,
    ReportPeriod,
    ExpectedReport,
    ReportAnswer,
    DeclaredEntry,
    ReportPart,
    ReportSum,
    ReportReview,
    ExtensionAsk,
    DueChange,
    ReportDraft,
    Upload,
    EvidenceFact,
    Endorsement,
    OrderedDesk,
    NoteStanding,
    UsualOrder,
    EndorsingHabit,
    ActingPost,
    HandOver,
    DutyHolder,
    OrderHolder,
    Intake,
    IntakeReading,
    IntakeLetter,
    FieldAnswer,
    WatchedFolder,
    LetterSketch,
    SketchBand,
    LetterArrival,
    LetterMerge,
    MergeMark,
    Draft,
    DraftVersion,
    DraftStep,
    Letterhead,
    Holiday,
    ProvinceHoliday,
    Export,
    DayClosing,
    StorageList,
    StorageLine,
    Chase,
    ChaseLine,
    ChaseText,
    ReminderRun,
    Digest,
    ReminderLine,
    CalendarFeed,
    Mail,
    AuditEvent,
    AuditHead,
    InstallationFact,
)

# The ledger itself; facts about this installation; and what can be made again from the files and
# letters: the queues of readings and exports, the indexes of fingerprints and of waiting letters.
# The outbox is a queue too, moved at every try, and so is a morning's claim; a draft of an answer
# says nothing yet, nor does a file that waits for its report.
_NOT_REPLAYED = {
    AuditEvent, AuditHead, EvidenceFact, Export, InstallationFact, IntakeReading, LetterSketch,
    Mail, NoteStanding, ReminderRun, ReportDraft, SketchBand, Upload,
}  # fmt: skip

# Everything whose every change stands in the ledger, so that replaying it gives the same rows.
REPLAYED_TABLES = tuple(table for table in TABLES if table not in _NOT_REPLAYED)
