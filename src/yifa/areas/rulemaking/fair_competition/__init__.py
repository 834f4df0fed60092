"""Fair competition review (公平竞争审查) of policies, as a service for whoever makes them."""
