"""Public legal services (公共法律服务)."""
