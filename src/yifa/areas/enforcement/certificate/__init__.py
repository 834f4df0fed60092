"""Certificates of enforcement officers (行政执法证件): application, exam, issue, yearly check, renewal, end."""
