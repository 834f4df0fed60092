"""The stories of the demonstration county: each a chain of parts, by how often it is told in a year."""
