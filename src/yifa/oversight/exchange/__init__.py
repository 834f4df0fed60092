"""双公示: penalties and licences in the layout that credit platforms exchange, out and in, checked field by field."""
