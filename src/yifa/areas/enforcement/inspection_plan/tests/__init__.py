"""Tests of inspection plans."""
