"""Review of enforcement dossiers (行政执法案卷评查): a sample anybody can draw again, scored twice."""
