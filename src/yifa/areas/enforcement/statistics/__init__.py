"""The yearly statistics of enforcement (行政执法统计年报): computed from the cases, published by 31 January."""
