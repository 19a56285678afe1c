"""The page beside the model: how it was made and how right it is."""

from collections.abc import Mapping
from hashlib import sha256

from scripts.passing_on.measuring import Measured

_PAGE = """\
# Clauses that pass a matter on

A conditional random field over the words of a paragraph, taught by `scripts/train_passing_on`
from the marked bodies of invented letters in `scripts/passing_on/bodies`, and from half of them
once more as scans hand them on. The same bodies make the same file.

| | |
|---|---|
| file | `clauses.crfsuite`, {size:,} bytes, sha256 `{digest}` |
| words it cuts by | {words:,} |
| learnt from | {clauses:,} clauses in {files} files |

How right it is on bodies that it did not learn from (`scripts/passing_on/kept_aside`), by hands
that had seen neither the program nor the other bodies. A clause is right when it is the marked
one by 85 %, as `flask read score` has it.

| kept aside | marked | precision | recall | F1 |
|---|---|---|---|---|
{rows}
"""


def page(model: bytes, words: int, learnt: Mapping[str, int], aside: Mapping[str, Measured]) -> str:
    """Markdown; learnt are the clauses of each file of bodies, aside what was kept out of them."""
    whole = Measured(
        sum(one.right for one in aside.values()),
        sum(one.found for one in aside.values()),
        sum(one.marked for one in aside.values()),
    )
    return _PAGE.format(
        size=len(model),
        digest=sha256(model).hexdigest(),
        words=words,
        clauses=sum(learnt.values()),
        files=len(learnt),
        rows="\n".join(_row(name, one) for name, one in [*aside.items(), ("all", whole)]),
    )


def _row(name: str, one: Measured) -> str:
    return f"| {name} | {one.marked} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} |"
