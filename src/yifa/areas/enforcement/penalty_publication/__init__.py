"""Publishing decisions of enforcement and taking them back (行政处罚决定公示与撤回): a service that knows no client."""
