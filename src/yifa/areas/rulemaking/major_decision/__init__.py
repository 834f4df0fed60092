"""Major administrative decisions (重大行政决策)."""
