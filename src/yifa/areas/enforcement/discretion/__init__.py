"""How much, and when not at all (裁量权基准、免罚减罚清单)."""
