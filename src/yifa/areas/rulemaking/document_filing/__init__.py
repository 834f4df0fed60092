"""Filing review (备案审查) at the government with which a document is filed."""
