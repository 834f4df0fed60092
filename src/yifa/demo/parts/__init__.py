"""The parts that stories are made of: what happens in a stretch of a case, and the days it waits for."""
