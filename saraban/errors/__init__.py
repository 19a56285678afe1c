"""Every expected refusal: a code for machines, Thai words for people, the facts as attributes.

One file a topic; doors turn a family (`base`) into their own kind of answer once.
"""

from saraban.errors.base import (
    N_ as N_,
)
from saraban.errors.base import (
    Conflict as Conflict,
)
from saraban.errors.base import (
    InvalidInput as InvalidInput,
)
from saraban.errors.base import (
    NotFound as NotFound,
)
from saraban.errors.base import (
    Refused as Refused,
)
from saraban.errors.base import (
    SarabanError as SarabanError,
)
from saraban.errors.files import (
    EmblemUnusable as EmblemUnusable,
)
from saraban.errors.files import (
    EmptyFile as EmptyFile,
)
from saraban.errors.files import (
    FileDamaged as FileDamaged,
)
from saraban.errors.files import (
    FileKindRefused as FileKindRefused,
)
from saraban.errors.files import (
    FileTooLarge as FileTooLarge,
)
from saraban.errors.files import (
    FileWithheld as FileWithheld,
)
from saraban.errors.files import (
    LettersWithoutShape as LettersWithoutShape,
)
from saraban.errors.files import (
    NoRoomLeft as NoRoomLeft,
)
from saraban.errors.files import (
    OcrMissing as OcrMissing,
)
from saraban.errors.files import (
    PageNotDrawn as PageNotDrawn,
)
from saraban.errors.files import (
    PageTooSlow as PageTooSlow,
)
from saraban.errors.files import (
    PdfDamaged as PdfDamaged,
)
from saraban.errors.files import (
    PdfLocked as PdfLocked,
)
from saraban.errors.files import (
    PictureDamaged as PictureDamaged,
)
from saraban.errors.files import (
    PictureTooLarge as PictureTooLarge,
)
from saraban.errors.files import (
    ReadingTooSlow as ReadingTooSlow,
)
from saraban.errors.files import (
    StorageFull as StorageFull,
)
from saraban.errors.files import (
    TableTooLarge as TableTooLarge,
)
from saraban.errors.files import (
    TooManyPages as TooManyPages,
)
from saraban.errors.files import (
    TooMuchText as TooMuchText,
)
from saraban.errors.forms import (
    BatchRefused as BatchRefused,
)
from saraban.errors.forms import (
    DateBeforeLetter as DateBeforeLetter,
)
from saraban.errors.forms import (
    DaysReversed as DaysReversed,
)
from saraban.errors.forms import (
    FutureDate as FutureDate,
)
from saraban.errors.forms import (
    ImportRefused as ImportRefused,
)
from saraban.errors.forms import (
    ImpossibleDate as ImpossibleDate,
)
from saraban.errors.forms import (
    MissingField as MissingField,
)
from saraban.errors.forms import (
    SameAsRow as SameAsRow,
)
from saraban.errors.forms import (
    TextTooLong as TextTooLong,
)
from saraban.errors.forms import (
    TooManyLines as TooManyLines,
)
from saraban.errors.forms import (
    TooManyRows as TooManyRows,
)
from saraban.errors.forms import (
    UnreadableAddress as UnreadableAddress,
)
from saraban.errors.forms import (
    UnreadableDate as UnreadableDate,
)
from saraban.errors.forms import (
    UnreadableSignIn as UnreadableSignIn,
)
from saraban.errors.forms import (
    UnreadableTime as UnreadableTime,
)
from saraban.errors.installation import (
    AlreadySetUp as AlreadySetUp,
)
from saraban.errors.installation import (
    DatabaseUnusable as DatabaseUnusable,
)
from saraban.errors.installation import (
    DemoRefused as DemoRefused,
)
from saraban.errors.installation import (
    LedgerConflict as LedgerConflict,
)
from saraban.errors.intake import (
    AlreadySettled as AlreadySettled,
)
from saraban.errors.intake import (
    FieldNotConfirmed as FieldNotConfirmed,
)
from saraban.errors.intake import (
    FolderAlreadyWatched as FolderAlreadyWatched,
)
from saraban.errors.intake import (
    IntakeNotFound as IntakeNotFound,
)
from saraban.errors.intake import (
    LeaseLost as LeaseLost,
)
from saraban.errors.intake import (
    NothingToRetry as NothingToRetry,
)
from saraban.errors.intake import (
    NotYetRead as NotYetRead,
)
from saraban.errors.letters import (
    AlreadyAcknowledged as AlreadyAcknowledged,
)
from saraban.errors.letters import (
    AlreadyDispatched as AlreadyDispatched,
)
from saraban.errors.letters import (
    AlreadyReceived as AlreadyReceived,
)
from saraban.errors.letters import (
    AlreadyReissued as AlreadyReissued,
)
from saraban.errors.letters import (
    DraftChangedMeanwhile as DraftChangedMeanwhile,
)
from saraban.errors.letters import (
    DraftFrozen as DraftFrozen,
)
from saraban.errors.letters import (
    DraftNotFound as DraftNotFound,
)
from saraban.errors.letters import (
    LetterNotFound as LetterNotFound,
)
from saraban.errors.letters import (
    NoAddressees as NoAddressees,
)
from saraban.errors.letters import (
    NotYetReceived as NotYetReceived,
)
from saraban.errors.letters import (
    OwnLetterConveyed as OwnLetterConveyed,
)
from saraban.errors.letters import (
    SecretContentRefused as SecretContentRefused,
)
from saraban.errors.letters import (
    StepNotNow as StepNotNow,
)
from saraban.errors.letters import (
    TopSecretRefused as TopSecretRefused,
)
from saraban.errors.letters import (
    UnreadablePhrase as UnreadablePhrase,
)
from saraban.errors.notes import (
    ActingNotFound as ActingNotFound,
)
from saraban.errors.notes import (
    ActingOver as ActingOver,
)
from saraban.errors.notes import (
    ActingOverlaps as ActingOverlaps,
)
from saraban.errors.notes import (
    AlreadyFinished as AlreadyFinished,
)
from saraban.errors.notes import (
    AlreadyWithdrawn as AlreadyWithdrawn,
)
from saraban.errors.notes import (
    EndorsedMeanwhile as EndorsedMeanwhile,
)
from saraban.errors.notes import (
    EndorsementNotFound as EndorsementNotFound,
)
from saraban.errors.notes import (
    OrderNotFound as OrderNotFound,
)
from saraban.errors.notes import (
    TooManyUsualOrders as TooManyUsualOrders,
)
from saraban.errors.numbers import (
    BackDated as BackDated,
)
from saraban.errors.numbers import (
    BookAlreadyOpen as BookAlreadyOpen,
)
from saraban.errors.numbers import (
    BookHasReservations as BookHasReservations,
)
from saraban.errors.numbers import (
    BookNotFound as BookNotFound,
)
from saraban.errors.numbers import (
    ExpiryInPast as ExpiryInPast,
)
from saraban.errors.numbers import (
    LetterNumberTaken as LetterNumberTaken,
)
from saraban.errors.numbers import (
    NotAHole as NotAHole,
)
from saraban.errors.numbers import (
    NotReserved as NotReserved,
)
from saraban.errors.numbers import (
    NumberAlreadyVoid as NumberAlreadyVoid,
)
from saraban.errors.numbers import (
    NumberBeforeBook as NumberBeforeBook,
)
from saraban.errors.numbers import (
    NumberIsCited as NumberIsCited,
)
from saraban.errors.numbers import (
    NumberTaken as NumberTaken,
)
from saraban.errors.numbers import (
    NumberTooFarAhead as NumberTooFarAhead,
)
from saraban.errors.numbers import (
    ReservedInOtherBook as ReservedInOtherBook,
)
from saraban.errors.numbers import (
    ReservedInOtherYear as ReservedInOtherYear,
)
from saraban.errors.numbers import (
    TooManyNumbers as TooManyNumbers,
)
from saraban.errors.numbers import (
    UnreadableLetterNumber as UnreadableLetterNumber,
)
from saraban.errors.numbers import (
    YearClosed as YearClosed,
)
from saraban.errors.people import (
    DayBeforeLastChange as DayBeforeLastChange,
)
from saraban.errors.people import (
    MisplacedUnit as MisplacedUnit,
)
from saraban.errors.people import (
    PasswordTooWeak as PasswordTooWeak,
)
from saraban.errors.people import (
    PersonNotFound as PersonNotFound,
)
from saraban.errors.people import (
    PostAlreadyHeld as PostAlreadyHeld,
)
from saraban.errors.people import (
    PostNotFound as PostNotFound,
)
from saraban.errors.people import (
    SignInFailed as SignInFailed,
)
from saraban.errors.people import (
    SignInTaken as SignInTaken,
)
from saraban.errors.people import (
    TooManySignIns as TooManySignIns,
)
from saraban.errors.people import (
    UnitAlreadyThere as UnitAlreadyThere,
)
from saraban.errors.people import (
    UnitClosed as UnitClosed,
)
from saraban.errors.people import (
    UnitHasOpenUnits as UnitHasOpenUnits,
)
from saraban.errors.people import (
    UnitNotFound as UnitNotFound,
)
from saraban.errors.people import (
    WrongFirstRunCode as WrongFirstRunCode,
)
from saraban.errors.prints import (
    AlreadyStored as AlreadyStored,
)
from saraban.errors.prints import (
    ClosingNotFound as ClosingNotFound,
)
from saraban.errors.prints import (
    ExportNotFound as ExportNotFound,
)
from saraban.errors.prints import (
    ExportSettled as ExportSettled,
)
from saraban.errors.prints import (
    NothingToClose as NothingToClose,
)
from saraban.errors.prints import (
    NothingToPrint as NothingToPrint,
)
from saraban.errors.prints import (
    RetentionTooShort as RetentionTooShort,
)
from saraban.errors.prints import (
    StorageListNotFound as StorageListNotFound,
)
