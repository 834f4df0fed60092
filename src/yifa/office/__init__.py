"""Who works where, in which role, and what each may see (office 机关与人员)."""
