"""Tests of the library of opinions."""
