"""Opinions that reviewers give again and again (审查意见库), kept by kind of matter and clause."""
