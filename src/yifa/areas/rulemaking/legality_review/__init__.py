"""Legality review (合法性审查、合法性审核) as one service for every kind of matter."""
