"""The pages staff work on (desk 工作台)."""
