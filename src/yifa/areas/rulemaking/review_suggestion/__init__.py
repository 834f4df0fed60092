"""Requests of citizens and organisations to review a document (审查建议)."""
