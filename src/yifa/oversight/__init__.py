"""Supervision by numbers (执法监督): clue models over the stored cases, their hits, similar cases, 双公示 exchange."""
