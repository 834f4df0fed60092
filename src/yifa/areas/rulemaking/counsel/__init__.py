"""Legal counsel and what they do (法律顾问)."""
