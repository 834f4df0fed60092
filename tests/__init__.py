"""What crosses modules: settings and fixtures of tests, and rules that hold for the whole tree."""
