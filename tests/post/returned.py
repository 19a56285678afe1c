"""Reports of mail servers, written by hand to RFC 3464 and 6533 after those of well-known ones."""

SENDER = "saraban@province.example"
TO = "saraban@city.example"

_HEAD = """\
From: MAILER-DAEMON@mx.city.example (Mail Delivery System)
To: {sender}
Subject: Undelivered Mail Returned to Sender
Date: Fri, 17 Jun 2022 08:01:12 +0700
Message-Id: <20220617010112.4C1@mx.city.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="cut"

--cut
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered to one or more recipients.

"""


def _report(status: str, original: str, *, kind: str = "delivery-status") -> bytes:
    head = _HEAD.format(sender=SENDER, kind=kind)
    text = f"{head}--cut\n{status}\n--cut\n{original}\n--cut--\n"
    return text.encode()


def as_postfix_does(uid: str, *, action: str = "failed", status: str = "5.1.1") -> bytes:
    """The whole mail comes back; the fields of the recipient in a block of their own."""
    fields = f"""\
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.city.example
X-Postfix-Queue-ID: 4C1
X-Postfix-Sender: rfc822; {SENDER}
Arrival-Date: Fri, 17 Jun 2022 08:01:10 +0700 (+07)

Final-Recipient: rfc822; {TO}
Original-Recipient: rfc822;{TO}
Action: {action}
Status: {status}
Remote-MTA: dns; mailbox.city.example
Diagnostic-Code: smtp; 550 5.1.1 <{TO}>: Recipient address rejected:
    User unknown in virtual mailbox table
"""
    original = f"""\
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: {SENDER}
To: {TO}
Message-ID: <{uid}@province.example>
Subject: =?utf-8?b?4Liq4Lij4Li44Lib?=

text
"""
    return _report(fields, original)


def as_exchange_does(uid: str) -> bytes:
    """Only the headers come back."""
    fields = f"""\
Content-Type: message/delivery-status

Reporting-MTA: dns;mail.city.example

Final-Recipient: RFC822; {TO}
Action: failed
Status: 5.2.2
"""
    original = f"""\
Content-Type: text/rfc822-headers

Received: from province.example by mail.city.example
From: {SENDER}
Message-ID: <{uid}@province.example>
"""
    return _report(fields, original)


def in_utf8(uid: str) -> bytes:
    """The kind of RFC 6533, with Thai words; nothing of the mail comes back but its id."""
    fields = """\
Content-Type: message/global-delivery-status
Content-Transfer-Encoding: 8bit

Reporting-MTA: dns; mail.city.example

Final-Recipient: utf-8; สารบรรณ@city.example
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 550 5.7.1 ไม่รับจดหมายจากภายนอก
"""
    answered = _report(fields, "Content-Type: text/plain\n\nnothing", kind="global-delivery-status")
    reference = f"In-Reply-To: <{uid}@province.example>\nMIME-Version".encode()
    return answered.replace(b"MIME-Version", reference, 1)
