"""The yearly report on law-based government (法治政府建设年度报告) as a procedure."""
