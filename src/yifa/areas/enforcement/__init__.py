"""Administrative enforcement (行政执法): who may enforce, against whom, by which measure."""
