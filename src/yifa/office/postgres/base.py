"""The connection to PostgreSQL: Django's, but a kept connection is looked at before it is asked."""

from __future__ import annotations

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Django asks a kept connection `SELECT 1` before each request, which costs as much as a short query.

    A server that has gone closes its end, and the socket then has something to read although nothing was asked. Only
    then is the question put.
    """

    def is_usable(self) -> bool:
        """Whether the connection can serve the next request."""
        return self._is_silent() or super().is_usable()

    def _is_silent(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        waiting = select.poll()
        waiting.register(self.connection.fileno(), select.POLLIN)
        return not waiting.poll(0)
