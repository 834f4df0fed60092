"""Who is signed in, with the person (人员) they are, in one query: every page asks for both."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User

from yifa.office.models import Person
from yifa.office.worded import MARK, Worded, made

_SIGNED_IN = Worded(
    lambda user: User._default_manager.select_related("person").filter(pk=user).order_by(), user=MARK
)  # fmt: skip


class OfficeBackend(ModelBackend):
    """Django's own way of signing in; only the lookup of each request also brings the person along."""

    def get_user(self, user_id: int) -> User | None:
        """The account of a session, while it may sign in; None otherwise."""
        rows = _SIGNED_IN.rows(user=user_id)
        if not rows:
            return None
        own = len(User._meta.concrete_fields)
        user = made(User, rows[0][:own])
        person = made(Person, rows[0][own:]) if rows[0][own] is not None else None
        User._meta.get_field("person").set_cached_value(user, person)
        return user if self.user_can_authenticate(user) else None
