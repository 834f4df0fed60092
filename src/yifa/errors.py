"""The root of every error that a person is shown."""


class YifaError(Exception):
    """Something cannot be done.

    The message is Chinese and has three parts: what cannot be done, why, and what to do next.
    Commands print it on the error stream and exit with 2; pages show it in place. Anything that is
    not a `YifaError` is a defect of ours.
    """
