"""What leaders owe (领导责任): learning law, duties, reports."""
