"""Inspections, random draws, entry codes and what comes of visits (行政检查)."""
