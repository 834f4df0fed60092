"""Remedies against administrative acts (行政救济): reconsideration, litigation, compensation."""
