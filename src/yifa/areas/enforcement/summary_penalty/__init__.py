"""On-the-spot penalties (行政处罚简易程序): 行政处罚法 51—53, 67—71, and the acts on public security and roads."""
