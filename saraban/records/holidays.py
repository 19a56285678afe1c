"""Office holidays of the installation: a table that people keep, for the law changes yearly."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField


class Holiday(Table):
    """A day on which offices are closed; one that was taken out again keeps its row."""

    day = peewee.DateField(unique=True)
    name_th = peewee.CharField(160)
    added_at = InstantField()
    added_by = peewee.CharField(160)
    removed_at = InstantField(null=True)
    removed_by = peewee.CharField(160, null=True)
