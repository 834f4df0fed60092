"""The annual report (法治政府建设年度报告): text that names figures, frozen figures, last year's beside them."""
