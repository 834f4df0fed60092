"""Sessions (会话) in the database, read by a query that is worded once: every page of the desk begins with it."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models.functions import Now

from yifa.office.worded import MARK, Worded

_LIVE = Worded(
    lambda key: Session.objects.filter(session_key=key, expire_date__gt=Now()).values_list("session_data"),
    key=str(MARK),
)  # fmt: skip


class SessionStore(db.SessionStore):
    """Django's own sessions; only the reading of each request is shorter."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no key any more, when it has expired or never was."""
        rows = _LIVE.rows(key=self.session_key)
        if not rows:
            self._session_key = None
            return {}
        return self.decode(rows[0][0])
