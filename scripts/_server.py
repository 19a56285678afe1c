"""The web server, waitress, and the one thing it does that waitress does not by itself.

waitress hands a request on when its body is whole, and drops one whose line breaks. Of a file of
evidence that comes over a weak mobile line that would be up to a whole piece, each time.
"""

from collections.abc import Callable, Iterable
from typing import Any

import waitress.server
from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import WSGITask

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

# Bytes for a place in a file, whose beginning is as good as the whole. Source: tus 1.0.0, PATCH.
# Nothing else is ever handed on in part: half a form would say something else than the whole.
PIECE_TYPE = "application/offset+octet-stream"


def created_server(app: Wsgi, *, host: str, port: int, threads: int, most_bytes: int) -> Any:
    """A server that listens; its run() serves. Raises OSError where the port is taken.

    most_bytes is the most that the application takes in one request. A form of up to twice as much
    still gets the application's own words; beyond that the body is not even read.
    """
    server = waitress.server.create_server(
        app, host=host, port=port, threads=threads, ident=None, max_request_body_size=2 * most_bytes
    )
    server.channel_class = KeepingChannel
    return server


class KeepingChannel(HTTPChannel):
    """A line that hands on what came of a piece of an upload when it breaks or falls silent."""

    def handle_close(self) -> None:
        """Close as ever; what came goes to a thread of the server's like any request."""
        cut, self.request = self.request, None
        super().handle_close()
        if cut is not None and is_begun_piece(cut):
            self.server.task_dispatcher.add_task(CutPiece(self, cut))


class CutPiece:
    """The beginning of a piece, served to nobody: the sender is gone, and asks again later."""

    def __init__(self, channel: KeepingChannel, request: HTTPRequestParser) -> None:
        self.channel = channel
        self.request = request

    def service(self) -> None:
        """Let the application have it."""
        task = WSGITask(self.channel, self.request)
        try:
            task.service()
        except ClientDisconnected:
            pass  # as ever when there is nobody to answer
        finally:
            self.request.close()

    def cancel(self) -> None:
        """The server ends."""
        self.request.close()


def is_begun_piece(request: HTTPRequestParser) -> bool:
    """Whether the request is a piece of known length of which at least a byte came."""
    return (
        request.headers_finished
        and request.error is None
        and not request.completed
        and not request.chunked
        and request.body_bytes_received > 0
        and request.command == "PATCH"
        and request.headers.get("CONTENT_TYPE") == PIECE_TYPE
    )
