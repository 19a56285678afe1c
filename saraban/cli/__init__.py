"""The command line: one file a group, loaded only when its command is used."""

from flask import Flask

from saraban.cli.lazy import LazyCommand

COMMANDS = (
    LazyCommand("audit", "saraban.cli.audit:group", "Check the ledger and the files."),
    LazyCommand("database", "saraban.cli.database:group", "Bring the database up to date."),
    LazyCommand("demo", "saraban.cli.demo:group", "Fill an empty installation with a story."),
    LazyCommand("dossier", "saraban.cli.dossier:command", "Write the dossier of a circular."),
    LazyCommand("intake", "saraban.cli.intake:group", "Take files in and have them read."),
    LazyCommand("mail", "saraban.cli.mail:group", "Note which mail came back."),
    LazyCommand("office", "saraban.cli.office:group", "Open this installation for real work."),
    LazyCommand("people", "saraban.cli.people:group", "List who may sign in."),
    LazyCommand("read", "saraban.cli.read:group", "Read letters out of files."),
    LazyCommand("trace", "saraban.cli.trace:command", "Follow a circular: who has it, who not."),
    LazyCommand("units", "saraban.cli.units:group", "Import and list units."),
)


def register(app: Flask) -> None:
    """Hang the commands on the application."""
    for command in COMMANDS:
        app.cli.add_command(command)
