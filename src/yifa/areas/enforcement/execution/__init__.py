"""Enforced execution (行政强制执行) by the organ itself, and the application to the court (申请人民法院强制执行)."""
