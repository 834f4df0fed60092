"""The yearly catalogue of major administrative decisions (重大行政决策事项目录)."""
