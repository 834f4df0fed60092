"""The kernel (内核): what the law orders is declared once; here it is run, timed, recorded and counted.

`declare` holds the vocabulary of a declaration, `situation` one case as its events tell it, `clocks` its running
limits, `rules` why a step is refused, `engine` the only writer, `chain` the proof that nothing was altered.
"""
