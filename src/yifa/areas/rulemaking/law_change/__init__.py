"""What a change of law touches (法律变动影响): an index of what stored texts cite, and rounds to work through."""
