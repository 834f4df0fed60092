"""Ordinary procedure of administrative penalties (行政处罚普通程序): 行政处罚法第五章第一节、第三节."""
