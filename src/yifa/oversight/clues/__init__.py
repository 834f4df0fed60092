"""The clue models (监督模型), one a file: each module has `CLUE`."""
