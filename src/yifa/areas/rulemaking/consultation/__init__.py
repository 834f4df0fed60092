"""Public consultation (征求意见): the opinions on a draft and what became of each."""
