"""Tests of disputes over contracts."""
