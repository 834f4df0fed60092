"""Migrations of what came in through the public pages."""
