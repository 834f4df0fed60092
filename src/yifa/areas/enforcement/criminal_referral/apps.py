"""Django's entry to referrals."""

from __future__ import annotations

from django.apps import AppConfig


class CriminalReferralConfig(AppConfig):
    """Referral of suspected crimes to the police, and back (行刑衔接)."""

    name = "yifa.areas.enforcement.criminal_referral"
    label = "criminal_referral"
    verbose_name = "涉嫌犯罪案件移送"
    default_auto_field = "django.db.models.BigAutoField"
