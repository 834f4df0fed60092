"""What goes wrong in a draw, in Chinese."""

from yifa.errors import YifaError


class DrawError(YifaError):
    """A draw cannot be prepared, run or checked; the message names the file and line and says what to do."""
