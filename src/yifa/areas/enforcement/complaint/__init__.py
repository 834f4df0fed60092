"""Complaints and reports (投诉举报): three kinds, each with its own way, and nobody's name given away."""
