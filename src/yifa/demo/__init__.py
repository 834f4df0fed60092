"""The demonstration place (演示县): fictional, deterministic from a seed, driven through the same door as real work."""
