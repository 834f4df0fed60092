"""Lists of powers, licences, certificates, fees and intermediary services (权责等清单)."""
