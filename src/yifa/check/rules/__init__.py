"""The rules of the checker: one a file, `<group>_<name>.py`, each with its `RULE`."""
