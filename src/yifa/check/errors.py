"""Why a draft cannot be checked as asked."""

from yifa.errors import YifaError


class BadData(YifaError):
    """A data file (metadata, waivers, rules of a place) that cannot be used as it is."""
