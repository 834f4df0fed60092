"""Decisions and rules (决策与制规), and who advises on them."""
