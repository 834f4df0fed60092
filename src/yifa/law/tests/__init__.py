"""Tests of `yifa.law`."""
