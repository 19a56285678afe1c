"""Who a letter was sent to, and the instants that happened to each delivery."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.unit_groups import UnitSet
from saraban.records.units import Unit


class Dispatch(Table):
    """One sending of a letter: the phrase as printed and the count it was frozen to.

    picked_count of the units were chosen one by one, because no phrase told them; unit_set is
    the list that told them ("ตามบัญชีแนบ").
    """

    letter = peewee.ForeignKeyField(Letter, backref="dispatches", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    phrase = peewee.CharField(1000)
    unit_count = peewee.IntegerField()
    picked_count = peewee.IntegerField(default=0)
    unit_set = peewee.ForeignKeyField(
        UnitSet, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    dispatched_at = InstantField()
    letter_id: int
    unit_id: int
    unit_set_id: int | None


class Delivery(Table):
    """A letter on its way to one unit. Each instant is set once and never moved; only an end that
    was lifted (refused, returned, recalled) is empty again, and its DeliveryEnd tells of it.

    (letter.uid, to_unit.uid) is its identity between installations. root is the top letter of
    the cascade and province the addressee's, so that a roll-up reads one covering index.
    status is the furthest state reached (rules.deliveries.Status), kept in the same statement
    as the instant that moves it. channel says how it was sent: by post nothing arrives before a
    receipt. is_inner marks a passing on inside one agency. is_weak_proof says that it was
    acknowledged over a link, by somebody without an account.
    """

    letter = peewee.ForeignKeyField(Letter, backref="deliveries", on_delete="RESTRICT", index=False)
    root = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT", index=False)
    from_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    to_unit = peewee.ForeignKeyField(Unit, backref="deliveries", on_delete="RESTRICT", index=False)
    province = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    channel = peewee.CharField(12, default="system")
    is_inner = peewee.BooleanField(default=False)
    status = peewee.SmallIntegerField(default=0)
    dispatched_at = InstantField()
    delivered_at = InstantField(null=True)
    opened_at = InstantField(null=True)
    received_at = InstantField(null=True)
    acknowledged_at = InstantField(null=True)
    acknowledged_by = peewee.CharField(160, null=True)
    acknowledged_digest = peewee.CharField(64, null=True)
    passed_on_at = InstantField(null=True)
    reported_at = InstantField(null=True)
    refused_at = InstantField(null=True)
    returned_at = InstantField(null=True)
    recalled_at = InstantField(null=True)
    is_weak_proof = peewee.BooleanField(default=False)
    letter_id: int
    root_id: int
    from_unit_id: int
    to_unit_id: int
    province_id: int | None

    class Meta:
        indexes = (
            (("letter", "to_unit"), True),
            (("root", "province", "status"), False),
            (("to_unit", "status"), False),
        )


class DeliveryEnd(Table):
    """Why a delivery ended, and what became of that. A delivery has at most one that holds.

    unit is who ended it: the receiver who refused or returned it, or the sender who recalled it.
    step is rules.deliveries.Step's name of it, reason a rules.delivery_ends.Reason (none for a
    recall). What was refused or returned waits for its sender until it is settled, how is a
    rules.delivery_ends.Settled; resent is the delivery to another unit. letter is the delivery's,
    so that a page finds the few ends among thousands of deliveries.
    """

    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    delivery = peewee.ForeignKeyField(Delivery, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    step = peewee.CharField(12)
    reason = peewee.CharField(12, default="")
    words = peewee.CharField(1000, default="")
    at = InstantField()
    by = peewee.CharField(160)
    sender = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    settled_at = InstantField(null=True)
    settled_by = peewee.CharField(160, null=True)
    settled_how = peewee.CharField(12, null=True)
    resent = peewee.ForeignKeyField(
        Delivery, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    delivery_id: int
    unit_id: int
    sender_id: int
    letter_id: int
    resent_id: int | None

    class Meta:
        indexes = ((("sender", "settled_at", "at"), False),)


class DeliveryLink(Table):
    """A link with which one delivery can be acknowledged once, by who has no account.

    Only the SHA-256 of its token is kept. unit is the sender, who made it. fetched_at is when a
    browser first asked for it, perhaps only a mail program looking ahead; opened_at is when
    somebody pressed to read. A newer link of the delivery burns the older one.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    delivery = peewee.ForeignKeyField(Delivery, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    token_digest = peewee.CharField(64, unique=True)
    made_at = InstantField()
    made_by = peewee.CharField(160)
    expires_at = InstantField()
    fetched_at = InstantField(null=True)
    opened_at = InstantField(null=True)
    burned_at = InstantField(null=True)
    used_at = InstantField(null=True)
    used_name = peewee.CharField(160, null=True)
    used_post = peewee.CharField(255, null=True)
    used_number = peewee.CharField(80, null=True)
    receipt_code = peewee.CharField(16, null=True, unique=True)
    delivery_id: int
    unit_id: int
