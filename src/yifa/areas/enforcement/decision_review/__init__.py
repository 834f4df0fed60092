"""Legal review of major enforcement decisions (重大执法决定法制审核): a service that knows none of its clients."""
