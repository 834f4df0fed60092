"""Administrative reconsideration (行政复议): the reconsideration organ's procedure and the respondent's."""
