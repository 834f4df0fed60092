"""Government contracts (政府合同) and what is to be done under them."""
