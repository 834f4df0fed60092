"""Instruments (法律文书), their numbers, the files that hold them and the dossier (案卷)."""
