"""Compulsory measures (行政强制措施): sealing, seizure, freezing, and the register of what is held (涉案财物)."""
