"""Who is signed in, with the person (人员) they are, in one query: every page asks for both."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User


class OfficeBackend(ModelBackend):
    """Django's own way of signing in; only the lookup of each request also brings the person along."""

    def get_user(self, user_id: int) -> User | None:
        """The account of a session, while it may sign in; None otherwise."""
        try:
            user = User._default_manager.select_related("person").get(pk=user_id)
        except User.DoesNotExist:
            return None
        return user if self.user_can_authenticate(user) else None
