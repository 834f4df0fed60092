"""Tests of the filing of contracts."""
