"""Hearings before a penalty or a licence (行政处罚听证、行政许可听证): a service that knows none of its clients."""
