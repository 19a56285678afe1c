"""Who may open or send what: one row a route, one column a role, the status they get.

The people are those of the story of one circular: signed out, a district that was sent the
province's letter and has registered it, an auditor over the ministry, the administrator.
A form sent empty is answered 422 by who may send it, and otherwise by what refuses them first.
"""

from typing import NamedTuple

ROLES = ("nobody", "clerk", "officer", "executive", "auditor", "administrator")


class Row(NamedTuple):
    """A route of the application, an address of it, and the status for each of ROLES."""

    endpoint: str
    method: str
    path: str
    statuses: tuple[int, int, int, int, int, int]


def same(status: int) -> tuple[int, int, int, int, int, int]:
    """The same for everybody."""
    return (status,) * 6


CLERK_ONLY = (303, 200, 403, 403, 403, 403)
CLERK_FILLS_IN = (303, 422, 403, 403, 403, 403)
EXECUTIVE_ONLY = (303, 403, 403, 200, 403, 403)
EXECUTIVE_FINDS_NONE = (303, 403, 403, 404, 403, 403)
CLERK_FINDS_NONE = (303, 404, 403, 403, 403, 403)

DESK_ONLY = (303, 200, 200, 200, 403, 403)

TABLE = (
    Row("static", "GET", "/static/css/saraban.css", same(200)),
    Row("health.healthz", "GET", "/healthz", same(200)),
    Row("signing_in.sign_in", "GET", "/sign-in", (200, 303, 303, 303, 303, 303)),
    Row("signing_in.sign_in", "POST", "/sign-in", (422, 303, 303, 303, 303, 303)),
    Row("signing_in.language", "POST", "/language", same(422)),
    Row("signing_in.settings", "GET", "/settings", (303, 200, 200, 200, 200, 200)),
    Row("signing_in.choose", "POST", "/settings/choices", (303, 422, 422, 422, 422, 422)),
    Row("signing_in.act_for", "POST", "/settings/unit", (303, 422, 422, 422, 422, 422)),
    Row("signing_in.change_password", "POST", "/settings/password", (303, 422, 422, 422, 422, 422)),
    Row("first_run.first_run", "GET", "/first-run", same(404)),
    Row("first_run.first_run", "POST", "/first-run", same(404)),
    Row("desk.desk", "GET", "/", (303, 200, 200, 200, 303, 303)),
    Row("letters.letters", "GET", "/letters", (303, 200, 200, 200, 200, 403)),
    Row("letters.letter", "GET", "/letters/{letter}", (303, 200, 200, 200, 200, 404)),
    Row("letters.file", "GET", "/letters/{letter}/files/{file}", (303, 200, 200, 200, 200, 404)),
    Row("letters.add_files", "POST", "/letters/{letter}/files", (303, 404, 403, 403, 403, 404)),
    Row(
        "letters.page_one",
        "GET",
        "/letters/{letter}/files/{file}/page.jpg",
        (303, 200, 200, 200, 200, 404),
    ),
    # An enclosure is nobody's to stamp.
    *(
        Row(
            f"stamped.{name}",
            "GET",
            f"/letters/{{letter}}/files/{{file}}/stamped.{kind}",
            (303, 404, 404, 404, 404, 404),
        )
        for name, kind in (("copy", "pdf"), ("first_page", "jpg"))
    ),
    Row("letters.receive", "POST", "/letters/{letter}/receive", (303, 422, 403, 403, 403, 404)),
    Row(
        "letters.pass_inside",
        "POST",
        "/letters/{letter}/pass-inside",
        (303, 422, 403, 422, 403, 404),
    ),
    Row("duties.kept", "GET", "/duties/kept", (303, 200, 200, 200, 200, 403)),
    Row("duties_overview.overview", "GET", "/duties/overview", (303, 200, 200, 200, 200, 403)),
    Row("duties_overview.paper", "POST", "/duties/overview.xlsx", (303, 200, 200, 200, 200, 403)),
    Row("duties.duty", "GET", "/duties/{duty}", (303, 200, 200, 200, 200, 404)),
    Row("duty_answering.answer", "GET", "/duties/{duty}/1/answer", (303, 200, 200, 403, 403, 403)),
    Row("duty_answering.answer", "POST", "/duties/{duty}/1/answer", (303, 422, 422, 403, 403, 403)),
    Row("duty_answering.ask", "POST", "/duties/{duty}/1/ask", (303, 422, 422, 403, 403, 403)),
    Row("duty_sums.together", "GET", "/duties/{duty}/1/sum", (303, 200, 200, 403, 403, 403)),
    Row("duty_sums.together", "POST", "/duties/{duty}/1/sum", (303, 200, 200, 403, 403, 403)),
    Row("duty_reviews.unit", "GET", "/duties/{duty}/1/units/none", (303, 404, 404, 404, 404, 404)),
    *(
        Row(
            "duty_reviews.say",
            "POST",
            f"/duties/{{duty}}/1/units/none/{what}",
            (303, 404, 404, 404, 403, 403),
        )
        for what in ("accept", "return", "waive")
    ),
    Row(
        "duty_reviews.say",
        "POST",
        "/duties/{duty}/1/units/none/entry",
        (303, 404, 404, 403, 403, 403),
    ),
    Row("duty_review_list.waiting", "GET", "/duties/{duty}/review", (303, 404, 404, 404, 200, 404)),
    Row(
        "duty_review_list.waiting", "POST", "/duties/{duty}/review", (303, 404, 404, 404, 403, 404)
    ),
    Row("duty_asks.asks", "GET", "/duties/{duty}/asks", (303, 404, 404, 404, 200, 404)),
    Row("duty_asks.asks", "POST", "/duties/{duty}/asks", (303, 404, 404, 404, 403, 404)),
    # Who only owes the duty sees its own answer, never what all of them come to.
    *(
        Row(f"duty_grid.{name}", "GET", f"/duties/{{duty}}/{path}", (303, 404, 404, 404, 200, 404))
        for name, path in (("grid", "grid"), ("listed", "list"))
    ),
    Row("duty_figures.figures", "GET", "/duties/{duty}/figures", (303, 404, 404, 404, 200, 404)),
    Row("duty_figures.paper", "POST", "/duties/{duty}/figures.pdf", (303, 404, 404, 404, 200, 403)),
    Row("duty_papers.paper", "POST", "/duties/{duty}/list.pdf", (303, 404, 404, 404, 200, 403)),
    Row("duty_periods.periods", "GET", "/duties/{duty}/periods", (303, 200, 200, 200, 200, 404)),
    Row("duty_periods.add", "POST", "/duties/{duty}/periods", (303, 422, 422, 403, 403, 404)),
    Row("duty_periods.period", "GET", "/duties/{duty}/periods/1", (303, 200, 200, 200, 200, 404)),
    *(
        Row(
            f"duty_periods.{act}",
            "POST",
            f"/duties/{{duty}}/periods/1/{address}",
            (303, status, status, 403, 403, 404),
        )
        # The district owes the duty and does not keep it: what is pressed is refused in words.
        for act, address, status in (
            ("move", "date", 422),
            ("strike", "strike", 422),
            ("bring_back", "back", 422),
            ("close", "close", 303),
            ("reopen", "reopen", 303),
        )
    ),
    Row(
        "opening_duties.new",
        "GET",
        "/duties/new?letter={letter}",
        (303, 200, 200, 403, 403, 404),
    ),
    Row(
        "opening_duties.new",
        "POST",
        "/duties/new?letter={letter}",
        (303, 422, 422, 403, 403, 404),
    ),
    # Neither the letter nor the duty is the district's own.
    Row(
        "opening_duties.open_all",
        "POST",
        "/letters/{letter}/duties",
        (303, 404, 404, 403, 403, 403),
    ),
    Row("duty_units.units", "GET", "/duties/{duty}/units", (303, 409, 409, 403, 403, 404)),
    Row("duty_units.units", "POST", "/duties/{duty}/units", (303, 409, 409, 403, 403, 404)),
    Row("duty_units.take_out", "POST", "/duties/{duty}/units/out", (303, 409, 409, 403, 403, 404)),
    Row("duty_units.end", "GET", "/duties/{duty}/end", (303, 409, 409, 403, 403, 404)),
    Row("duty_units.end", "POST", "/duties/{duty}/end", (303, 409, 409, 403, 403, 404)),
    # It has a day, and takes no events.
    Row("duty_events.events", "GET", "/duties/{duty}/events", (303, 409, 409, 403, 403, 404)),
    Row("duty_events.events", "POST", "/duties/{duty}/events", (303, 409, 409, 403, 403, 404)),
    Row("arrivals.note", "POST", "/letters/{letter}/arrivals", (303, 422, 403, 403, 403, 404)),
    Row(
        "arrivals.take_back",
        "POST",
        "/letters/{letter}/arrivals/none/take-back",
        (303, 422, 403, 403, 403, 404),
    ),
    Row("merging.merge", "POST", "/letters/{letter}/same", (303, 422, 403, 403, 403, 404)),
    Row("merging.undo", "POST", "/letters/{letter}/same/none/undo", (303, 422, 403, 403, 403, 404)),
    Row("letters.void_entry", "POST", "/letters/{letter}/void", (303, 422, 403, 403, 403, 404)),
    Row(
        "letters.confirm_citation",
        "POST",
        "/letters/{letter}/citations",
        (303, 422, 422, 403, 403, 404),
    ),
    Row("chasing.chase_branch", "GET", "/letters/{letter}/chase", (303, 200, 200, 403, 403, 403)),
    # Sent empty it only looks, with the usual words.
    Row("chasing.chase_branch", "POST", "/letters/{letter}/chase", (303, 200, 200, 403, 403, 403)),
    Row("dossiers.dossier", "GET", "/letters/{letter}/dossier", (303, 200, 200, 200, 200, 403)),
    # Sent empty it is the usual question as PDF, which waits for the worker.
    Row("dossiers.dossier", "POST", "/letters/{letter}/dossier", (303, 303, 303, 303, 303, 403)),
    # Nobody was reminded.
    Row("chasing.one_chase", "GET", "/chases/none", (303, 404, 404, 404, 404, 403)),
    Row("chasing.outstanding_list", "GET", "/chases/none/list.pdf", (303, 404, 404, 404, 404, 403)),
    Row("chasing.sealed_letter", "POST", "/chases/none/letter", (303, 404, 404, 403, 403, 403)),
    Row("mails.mails", "GET", "/mails", DESK_ONLY),
    # Who owes the duty is led to what their own unit was told, and sets nobody's alarms.
    Row(
        "duty_reminders.reminders",
        "GET",
        "/duties/{duty}/reminders",
        (303, 303, 303, 303, 200, 404),
    ),
    Row(
        "duty_reminders.reminders",
        "POST",
        "/duties/{duty}/reminders",
        (303, 403, 403, 403, 403, 404),
    ),
    Row(
        "duty_reminders.sealed_letter",
        "POST",
        "/duties/{duty}/reminders/letter",
        (303, 403, 403, 403, 403, 403),
    ),
    *(
        Row(
            "duty_reminders.paper_list",
            "GET",
            f"/duties/{{duty}}/reminders/list.{kind}",
            (303, 404, 404, 404, 404, 404),
        )
        for kind in ("pdf", "xlsx")
    ),
    Row("own_reminders.reminders", "GET", "/reminders", (303, 200, 200, 200, 200, 403)),
    # The address itself is the key: nobody has one until it is made.
    Row("calendar_feeds.feed", "GET", "/calendar/none.ics", same(404)),
    Row("calendar_feeds.settings", "GET", "/settings/calendar", (303, 200, 200, 200, 200, 403)),
    Row("calendar_feeds.end", "POST", "/settings/calendar/end", (303, 303, 303, 303, 303, 403)),
    Row("calendar_feeds.renew", "POST", "/settings/calendar", (303, 200, 200, 200, 200, 403)),
    Row("mails.again", "POST", "/mails/none/again", (303, 404, 404, 403, 403, 403)),
    Row("mails.cancel", "POST", "/mails/none/cancel", (303, 404, 404, 403, 403, 403)),
    Row("endorsement.notes", "GET", "/letters/{letter}/notes", (303, 200, 200, 200, 200, 404)),
    # Sent without a kind of note: what a form of ours never is.
    Row("endorsement.write", "POST", "/letters/{letter}/notes", (303, 422, 422, 422, 403, 404)),
    # There is no such note, nor such an order.
    Row(
        "endorsement.withdraw",
        "POST",
        "/letters/{letter}/notes/none/withdraw",
        (303, 404, 404, 404, 403, 404),
    ),
    Row(
        "endorsement.done",
        "POST",
        "/letters/{letter}/orders/0/done",
        (303, 404, 404, 404, 403, 404),
    ),
    Row("endorsement.slip", "GET", "/letters/{letter}/slip.pdf", (303, 200, 200, 200, 200, 403)),
    Row("executive.next_letter", "GET", "/executive", EXECUTIVE_ONLY),
    Row("executive.letter", "GET", "/executive/{letter}", EXECUTIVE_ONLY),
    Row("executive.order", "POST", "/executive/{letter}", (303, 403, 403, 422, 403, 403)),
    Row("executive.page_picture", "GET", "/executive/{letter}/pages/9.jpg", EXECUTIVE_FINDS_NONE),
    Row("unit_groups.groups", "GET", "/settings/groups", CLERK_ONLY),
    Row("unit_groups.groups", "POST", "/settings/groups", CLERK_FILLS_IN),
    Row("unit_groups.group", "GET", "/settings/groups/none", CLERK_FINDS_NONE),
    Row("unit_groups.group", "POST", "/settings/groups/none", CLERK_FINDS_NONE),
    Row("unit_groups.archive", "POST", "/settings/groups/none/archive", CLERK_FINDS_NONE),
    Row(
        "endorsing_habits.usual_orders",
        "GET",
        "/settings/orders",
        (303, 200, 403, 200, 403, 403),
    ),
    Row("endorsing_habits.add", "POST", "/settings/orders", (303, 422, 403, 422, 403, 403)),
    Row(
        "endorsing_habits.remove",
        "POST",
        "/settings/orders/none/remove",
        (303, 404, 403, 404, 403, 403),
    ),
    # A tick that is not sent is one taken away: that is a choice.
    Row("endorsing_habits.choose", "POST", "/settings/endorsing", (303, 303, 403, 303, 403, 403)),
    Row("acting.actings", "GET", "/settings/acting", (303, 403, 403, 200, 403, 200)),
    Row("acting.add", "POST", "/settings/acting", (303, 403, 403, 422, 403, 422)),
    Row("acting.end", "POST", "/settings/acting/none/end", (303, 403, 403, 404, 403, 404)),
    Row("intake.intake", "GET", "/intake", CLERK_ONLY),
    Row("intake.drop", "POST", "/intake", CLERK_FILLS_IN),
    Row("intake.queue", "GET", "/intake/queue", CLERK_ONLY),
    Row("intake.file", "GET", "/intake/{intake}/file", CLERK_ONLY),
    Row("intake.set_aside", "POST", "/intake/{intake}/aside", CLERK_FILLS_IN),
    # The file was read, and nothing of it is aside.
    Row("intake.retry", "POST", "/intake/{intake}/retry", (303, 409, 403, 403, 403, 403)),
    Row("intake.take_back", "POST", "/intake/{intake}/back", (303, 409, 403, 403, 403, 403)),
    Row("review.next_letter", "GET", "/intake/next", (303, 303, 403, 403, 403, 403)),
    Row("review.review", "GET", "/intake/{intake}/0", CLERK_ONLY),
    Row("review.review", "POST", "/intake/{intake}/0", CLERK_FILLS_IN),
    Row("review.another_arrival", "POST", "/intake/{intake}/0/arrival", CLERK_FILLS_IN),
    Row("review.noted_arrival", "POST", "/intake/{intake}/0/noted", CLERK_FILLS_IN),
    Row("review.undo_arrival", "POST", "/intake/{intake}/0/arrival/undo", CLERK_FILLS_IN),
    Row("review.aside", "POST", "/intake/{intake}/0/aside", CLERK_FILLS_IN),
    # A text has no pages to draw.
    Row("page_pictures.whole", "GET", "/intake/{intake}/pages/1.jpg", CLERK_FINDS_NONE),
    Row("page_pictures.crop", "GET", "/intake/{intake}/0/crops/number.jpg", CLERK_FINDS_NONE),
    Row("accuracy.accuracy", "GET", "/intake/accuracy", (303, 200, 200, 200, 200, 200)),
    Row("registering.new", "GET", "/letters/new", (303, 200, 403, 403, 403, 403)),
    Row("registering.new", "POST", "/letters/new", (303, 422, 403, 403, 403, 403)),
    Row("registering.like", "GET", "/letters/new/like", CLERK_ONLY),
    Row("registering.sender", "GET", "/letters/new/sender?issuer_text=x", CLERK_ONLY),
    Row("batch.batch", "GET", "/letters/batch", CLERK_ONLY),
    Row("batch.batch", "POST", "/letters/batch", CLERK_FILLS_IN),
    Row("batch.done", "GET", "/letters/batch/receive/2565/1-3", CLERK_ONLY),
    Row(
        "registering.registered",
        "GET",
        "/letters/{letter}/registered",
        (303, 200, 200, 200, 404, 404),
    ),
    # The letter has one duty that the unit owes: whoever may answer is led to it.
    Row("answering.report", "GET", "/letters/{letter}/report", (303, 303, 303, 403, 403, 404)),
    Row("answering.report", "POST", "/letters/{letter}/report", (303, 422, 422, 403, 403, 404)),
    # Answered to scripts: a line instead of a way to the sign-in page. The table's browser does not
    # speak the protocol, which is found out before who it is.
    *(
        Row(f"uploads.{name}", method, path, same(412))
        for name, method, path in (
            ("begin", "POST", "/uploads"),
            ("state", "HEAD", "/uploads/none"),
            ("go_on_with", "PATCH", "/uploads/none"),
            ("drop", "DELETE", "/uploads/none"),
        )
    ),
    Row("uploads.by_post", "POST", "/uploads/none", same(405)),
    *(
        Row(f"uploads.{name}", "GET", f"/uploads/none/{path}", (303, 404, 404, 404, 404, 404))
        for name, path in (
            ("piece", "piece"),
            ("small", "small.jpg"),
            ("poster", "poster.jpg"),
            ("file", "file"),
        )
    ),
    *(
        Row(
            f"evidence.{name}", "GET", f"/evidence/none/none/{path}", (303, 404, 404, 404, 404, 404)
        )
        for name, path in (
            ("small", "small.jpg"),
            ("poster", "poster.jpg"),
            ("file", "file"),
            ("original", "original"),
        )
    ),
    # An act that needs nothing filled in: it happens, and the page comes again.
    Row(
        "letters.acknowledge",
        "POST",
        "/letters/{letter}/acknowledge",
        (303, 303, 303, 303, 403, 404),
    ),
    Row("sending_back.many", "GET", "/acknowledge", DESK_ONLY),
    Row("sending_back.many", "POST", "/acknowledge", (303, 422, 422, 422, 403, 403)),
    Row(
        "sending_back.send_letter_back",
        "GET",
        "/letters/{letter}/send-back",
        (303, 200, 403, 403, 403, 404),
    ),
    Row(
        "sending_back.send_letter_back",
        "POST",
        "/letters/{letter}/send-back",
        (303, 422, 403, 403, 403, 404),
    ),
    Row(
        "sending_back.take_up",
        "POST",
        "/letters/{letter}/take-up",
        (303, 409, 403, 403, 403, 403),
    ),
    # The letter is another unit's: who audits that unit sees its recipients, its receiver not.
    Row(
        "deliveries.deliveries",
        "GET",
        "/letters/{letter}/deliveries",
        (303, 404, 404, 404, 200, 403),
    ),
    Row(
        "deliveries.as_csv",
        "GET",
        "/letters/{letter}/deliveries.csv",
        (303, 404, 404, 404, 200, 403),
    ),
    *(
        Row(
            f"deliveries.{act}",
            "POST",
            f"/letters/{{letter}}/deliveries/{place}",
            CLERK_FINDS_NONE,
        )
        for act, place in (
            ("recall", "recall"),
            ("covers", "covers"),
            ("resend", "no-such-unit/resend"),
            ("lift", "no-such-unit/lift"),
            ("note", "no-such-unit/note"),
        )
    ),
    # Where the QR of a cover sheet leads: nobody signs in, the token is the key.
    Row("by_link.start", "GET", "/r", same(200)),
    Row("by_link.start", "POST", "/r", same(422)),
    Row("by_link.link", "GET", "/r/K7QF2MXA9RTDW3PC", same(404)),
    Row("by_link.read", "POST", "/r/K7QF2MXA9RTDW3PC/read", same(404)),
    Row("by_link.answer", "POST", "/r/K7QF2MXA9RTDW3PC", same(404)),
    Row("by_link.file", "GET", "/r/K7QF2MXA9RTDW3PC/files/{file}", same(404)),
    Row("by_link.picture", "GET", "/r/K7QF2MXA9RTDW3PC/files/{file}/page.jpg", same(404)),
    Row("by_link.receipt", "GET", "/r/receipt/0123456789abcdef", same(404)),
    Row("drafts.drafts", "GET", "/drafts", DESK_ONLY),
    Row("drafts.new", "GET", "/drafts/new", (303, 200, 200, 403, 403, 403)),
    # Sent without the button that saves, the page comes again.
    Row("drafts.new", "POST", "/drafts/new", (303, 200, 200, 403, 403, 403)),
    Row("drafts.preview", "POST", "/drafts/preview", (303, 200, 200, 403, 403, 403)),
    Row("drafts.draft", "GET", "/drafts/{draft}", DESK_ONLY),
    Row("drafts.draft", "POST", "/drafts/{draft}", (303, 200, 200, 403, 403, 403)),
    Row("drafts.paper", "GET", "/drafts/{draft}/paper.pdf", DESK_ONLY),
    Row("drafts.version", "GET", "/drafts/{draft}/versions/1", DESK_ONLY),
    # Without the version that was read, the page says so.
    Row("drafts.take_step", "POST", "/drafts/{draft}/moves/offer", (303, 422, 422, 403, 403, 403)),
    Row("draft_issue.issue", "GET", "/drafts/{draft}/issue", CLERK_ONLY),
    Row("draft_issue.issue", "POST", "/drafts/{draft}/issue", CLERK_ONLY),
    Row("letterhead.emblem", "GET", "/letterhead", CLERK_ONLY),
    Row("letterhead.emblem", "POST", "/letterhead", CLERK_FILLS_IN),
    # Who holds the paper holds the mark; nobody signs in for that.
    Row("checking.check", "GET", "/check", same(200)),
    Row("checking.check", "POST", "/check", same(422)),
    Row("checking.marked", "GET", "/V1/ABC", same(404)),
    Row("dispatch.new", "GET", "/letters/send", (303, 200, 403, 403, 403, 403)),
    Row("dispatch.new", "POST", "/letters/send", (303, 200, 403, 403, 403, 403)),
    Row("dispatch.recipients", "POST", "/letters/send/recipients", (303, 200, 403, 403, 403, 403)),
    # The district of the story has passed the letter on already.
    Row("dispatch.reissue", "GET", "/letters/{letter}/reissue", (303, 409, 403, 403, 403, 404)),
    Row("dispatch.reissue", "POST", "/letters/{letter}/reissue", (303, 409, 403, 403, 403, 404)),
    # The letter is the province's: what its sending did is for the province to see.
    Row("dispatch.done", "GET", "/letters/{letter}/sent", (303, 404, 404, 404, 404, 404)),
    Row("dispatch.draw", "POST", "/letters/{letter}/print", (303, 404, 404, 404, 404, 404)),
    Row(
        "dispatch.compared_points",
        "POST",
        "/letters/send/points",
        (303, 200, 403, 403, 403, 403),
    ),
    Row(
        "instructions.chain",
        "GET",
        "/letters/{letter}/instructions",
        (303, 200, 200, 200, 200, 404),
    ),
    Row("relays.below", "GET", "/relays", (303, 200, 200, 200, 403, 403)),
    # The district of the story has passed the letter on already.
    Row("relays.excuse", "GET", "/letters/{letter}/relay", (303, 200, 200, 200, 403, 404)),
    Row("relays.excuse", "POST", "/letters/{letter}/relay", (303, 422, 422, 422, 403, 404)),
    Row(
        "relays.take_on", "POST", "/letters/{letter}/relay/take-on", (303, 303, 303, 303, 403, 404)
    ),
    Row("relays.days", "GET", "/settings/relays", CLERK_ONLY),
    Row("relays.days", "POST", "/settings/relays", CLERK_FILLS_IN),
    Row("cascade.cascades", "GET", "/cascades", (303, 200, 200, 200, 200, 403)),
    Row("level_days.days", "GET", "/cascades/days", (303, 200, 200, 200, 200, 403)),
    Row("cascade.cascade", "GET", "/letters/{letter}/cascade", (303, 200, 200, 200, 200, 404)),
    Row("registers.book", "GET", "/registers/receive?year=2565", (303, 200, 200, 200, 200, 403)),
    Row("registers.open_book", "POST", "/registers/send/open", (303, 422, 403, 403, 403, 403)),
    Row(
        "registers.void",
        "GET",
        "/registers/receive/void/{entry}?year=2565",
        (303, 200, 403, 403, 403, 403),
    ),
    Row(
        "registers.void",
        "POST",
        "/registers/receive/void/{entry}?year=2565",
        (303, 422, 403, 403, 403, 403),
    ),
    Row("number_gaps.gaps", "GET", "/registers/gaps?year=2565", (303, 200, 200, 200, 200, 403)),
    Row(
        "book_prints.paper",
        "GET",
        "/registers/receive/paper",
        (303, 200, 200, 200, 200, 403),
    ),
    Row(
        "book_prints.paper",
        "POST",
        "/registers/receive/paper",
        (303, 422, 422, 422, 422, 403),
    ),
    Row("closings.closing", "GET", "/registers/closing", (303, 200, 200, 200, 200, 403)),
    # The day has no line of this desk's.
    Row("closings.closing", "POST", "/registers/closing", (303, 422, 403, 403, 403, 403)),
    Row("closings.paper", "GET", "/registers/closing/NONE.pdf", (303, 404, 404, 404, 404, 404)),
    # The district has sent this letter to nobody: it passed it on by a letter of its own.
    Row(
        "receipt_slips.slips",
        "GET",
        "/letters/{letter}/receipt-slips.pdf",
        (303, 404, 404, 404, 404, 404),
    ),
    Row("storing.storage", "GET", "/storage", (303, 200, 200, 403, 403, 403)),
    Row("storing.storage", "POST", "/storage", (303, 422, 422, 403, 403, 403)),
    # Nobody of the story has made a list.
    Row("storing.one_list", "GET", "/storage/none", (303, 404, 404, 403, 403, 403)),
    Row("storing.paper", "GET", "/storage/none/list.pdf", (303, 404, 404, 403, 403, 403)),
    Row("storing.take_back", "POST", "/storage/none/1/take-back", (303, 404, 404, 403, 403, 403)),
    Row("exports.exports", "GET", "/exports", (303, 200, 200, 200, 200, 403)),
    Row("exports.listed", "GET", "/exports/list", (303, 200, 200, 200, 200, 403)),
    # Nobody of the story has asked for a file.
    Row("exports.file", "GET", "/exports/none/file", (303, 404, 404, 404, 404, 404)),
    Row("exports.cancel", "POST", "/exports/none/cancel", (303, 404, 404, 404, 404, 403)),
    Row("exports.again", "POST", "/exports/none/again", (303, 404, 404, 404, 404, 403)),
    Row(
        "number_holes.holes",
        "GET",
        "/registers/circular/holes?year=2565",
        (303, 200, 200, 200, 200, 403),
    ),
    Row("number_holes.reserve", "GET", "/registers/send/reserve", CLERK_ONLY),
    Row("number_holes.reserve", "POST", "/registers/send/reserve", CLERK_FILLS_IN),
    Row(
        "number_holes.void_reservation",
        "GET",
        "/registers/reservations/{reservation}/void",
        CLERK_ONLY,
    ),
    Row(
        "number_holes.void_reservation",
        "POST",
        "/registers/reservations/{reservation}/void",
        CLERK_FILLS_IN,
    ),
    Row("number_holes.strike", "GET", "/registers/receive/holes/strike?first=1&last=1", CLERK_ONLY),
    Row(
        "number_holes.strike",
        "POST",
        "/registers/receive/holes/strike?first=1&last=1",
        CLERK_FILLS_IN,
    ),
    Row("paper_numbers.enter", "GET", "/registers/receive/given-on-paper", CLERK_ONLY),
    Row("paper_numbers.enter", "POST", "/registers/send/given-on-paper", CLERK_FILLS_IN),
    Row("book_settings.settings", "GET", "/books", CLERK_ONLY),
    Row("book_settings.add", "POST", "/books", CLERK_FILLS_IN),
    Row("book_settings.series", "POST", "/books/series", CLERK_FILLS_IN),
    Row("book_settings.old_year", "POST", "/books/old-year", CLERK_FILLS_IN),
    # No book of this name: said on the page of the books.
    Row("book_settings.usual_channel", "POST", "/books/usual-channel", CLERK_FILLS_IN),
    Row("book_settings.close", "POST", "/books/none/close", CLERK_FILLS_IN),
    Row("citation_ledger.ledger", "GET", "/citations", (303, 200, 200, 200, 200, 403)),
    Row("citation_ledger.file", "GET", "/citations.csv", (303, 200, 200, 200, 200, 403)),
    Row(
        "citation_ledger.take_back",
        "POST",
        "/letters/{letter}/citations/take-back",
        (303, 303, 303, 403, 403, 403),
    ),
    Row(
        "citation_ledger.case",
        "GET",
        "/letters/{letter}/case",
        (303, 200, 200, 200, 200, 404),
    ),
    Row(
        "citation_ledger.case",
        "POST",
        "/letters/{letter}/case",
        (303, 422, 422, 403, 403, 403),
    ),
    Row("holidays.holidays", "GET", "/holidays", (303, 200, 200, 200, 200, 200)),
    Row("holidays.add", "POST", "/holidays", (303, 403, 403, 403, 403, 422)),
    Row("holidays.bring_in", "POST", "/holidays/import", (303, 403, 403, 403, 403, 422)),
    Row("holidays.moved", "GET", "/holidays/moved", (303, 403, 403, 403, 403, 200)),
    Row("holidays.remove", "POST", "/holidays/remove", (303, 403, 403, 403, 403, 422)),
    Row("report_forms.forms", "GET", "/report-forms", (303, 200, 200, 403, 403, 403)),
    # Sent empty it begins with nothing, not even a name.
    Row("report_forms.forms", "POST", "/report-forms", (303, 422, 422, 403, 403, 403)),
    # There is no such form.
    *(
        Row(
            name,
            method,
            f"/report-forms/none{path}",
            (303, 404, 404, 403, 403, 403),
        )
        for name, method, path in (
            ("report_form_building.form", "GET", ""),
            ("report_form_building.change_head", "POST", "/head"),
            ("report_form_building.add_field", "POST", "/fields"),
            ("report_form_building.change_field", "POST", "/fields/text1"),
            ("report_form_building.publish", "POST", "/publish"),
            ("report_forms.copy", "POST", "/copy"),
            ("report_forms.close", "POST", "/close"),
        )
    ),
    Row(
        "report_forms.version",
        "GET",
        "/report-forms/none/versions/1",
        (303, 404, 404, 404, 404, 403),
    ),
    Row("work_list.duties", "GET", "/duties", (303, 200, 200, 200, 200, 403)),
    Row("duty_calendar.calendar", "GET", "/duties/calendar", (303, 200, 200, 200, 200, 403)),
    Row("duty_calendar.paper", "GET", "/duties/calendar.pdf", (303, 200, 200, 200, 200, 403)),
    Row("hand_over.hand_over", "GET", "/duties/hand-over", (303, 200, 200, 200, 403, 403)),
    Row("hand_over.hand_over", "POST", "/duties/hand-over", (303, 422, 422, 422, 403, 403)),
    # Nobody of the story has handed anything over.
    Row("hand_over.done", "GET", "/duties/hand-over/none", (303, 404, 404, 404, 404, 403)),
    Row(
        "hand_over.paper", "GET", "/duties/hand-over/none/list.pdf", (303, 404, 404, 404, 404, 403)
    ),
    # Nobody owes that period; a script is told so as well.
    Row("report_drafts.save", "POST", "/duties/none/1/draft", (303, 404, 404, 403, 403, 403)),
    Row("units.units", "GET", "/units", (303, 200, 200, 200, 200, 200)),
    Row("units.unit", "GET", "/units/{unit}", (303, 200, 200, 200, 200, 200)),
    Row("units.add", "GET", "/units/{unit}/add", (303, 403, 403, 403, 403, 200)),
    Row("units.add", "POST", "/units/{unit}/add", (303, 403, 403, 403, 403, 422)),
    Row("units.change", "GET", "/units/{unit}/change", (303, 403, 403, 403, 403, 200)),
    Row("units.details", "GET", "/units/{unit}/details", (303, 403, 403, 403, 403, 200)),
    # Both stand as they are when nothing is sent.
    Row("units.change", "POST", "/units/{unit}/change", (303, 403, 403, 403, 403, 303)),
    Row("units.details", "POST", "/units/{unit}/details", (303, 403, 403, 403, 403, 303)),
    Row("units.confirm_address", "POST", "/units/{unit}/address", (303, 403, 403, 403, 403, 422)),
    Row("units.close", "GET", "/units/{unit}/close", (303, 403, 403, 403, 403, 200)),
    Row("units.close", "POST", "/units/{unit}/close", (303, 403, 403, 403, 403, 422)),
    Row("people.people", "GET", "/people", (303, 403, 403, 403, 403, 200)),
    Row("people.add", "GET", "/people/add", (303, 403, 403, 403, 403, 200)),
    Row("people.add", "POST", "/people/add", (303, 403, 403, 403, 403, 422)),
    Row("people.person", "GET", "/people/{person}", (303, 403, 403, 403, 403, 200)),
    Row("people.appoint", "POST", "/people/{person}/appoint", (303, 403, 403, 403, 403, 422)),
    Row(
        "people.reset_password", "POST", "/people/{person}/password", (303, 403, 403, 403, 403, 422)
    ),
    Row(
        "people.end_post",
        "POST",
        "/people/{person}/posts/{post}/end",
        (303, 403, 403, 403, 403, 303),
    ),
    Row("people.deactivate", "POST", "/people/{person}/deactivate", (303, 403, 403, 403, 403, 303)),
    *(
        Row(f"audit.{name}", "GET", path, (303, 403, 403, 403, 200, 403))
        for name, path in (
            ("audit", "/audit"),
            ("never_got_it", "/audit/never-got-it"),
            ("held", "/audit/held"),
            ("voided", "/audit/voided"),
            ("books", "/audit/books"),
            ("events", "/audit/events"),
            ("closing", "/audit/closing"),
        )
    ),
    Row("audit.ledger", "POST", "/audit/ledger", (303, 403, 403, 403, 200, 403)),
    Row("signing_in.sign_out", "POST", "/sign-out", same(303)),
)
