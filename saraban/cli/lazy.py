"""A command that is only a name and a line of help until somebody uses it."""

from importlib import import_module
from typing import IO, Any

import click

from saraban.errors import SarabanError


class Refusal(click.ClickException):
    """One line on standard error, exit status 1; never a traceback."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(f"ผิดพลาด: {self.format_message()}", file=file, err=file is None)


class LazyCommand(click.Command):
    """Stands for the command or group at "module:attribute" and hands everything to it.

    Loading all of them would double the time of `flask --help`. Every expected refusal, of
    any command, becomes one line here.
    """

    def __init__(self, name: str, target: str, short_help: str) -> None:
        super().__init__(name, short_help=short_help, add_help_option=False)
        self.target = target

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave the words as they are: the real command reads them."""
        ctx.args = list(args)
        return ctx.args

    def invoke(self, ctx: click.Context) -> Any:
        """Load the real command and run it in this one's place."""
        module, _, attribute = self.target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        try:
            with command.make_context(ctx.info_name, ctx.args, parent=ctx.parent) as inner:
                return command.invoke(inner)
        except SarabanError as refusal:
            raise Refusal(refusal.text_th) from refusal
        except click.UsageError:
            raise
        except click.ClickException as refusal:
            raise Refusal(refusal.message) from refusal
