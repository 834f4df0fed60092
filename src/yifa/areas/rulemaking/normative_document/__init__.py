"""Normative documents (行政规范性文件): from project to publication, filing, expiry and clean-up."""
