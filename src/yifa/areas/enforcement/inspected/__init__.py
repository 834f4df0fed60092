"""What may be inspected and who is (检查事项、检查对象)."""
