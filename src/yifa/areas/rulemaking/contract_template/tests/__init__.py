"""Tests of model texts of contracts."""
