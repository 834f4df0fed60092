"""Law study of officials (学法)."""
