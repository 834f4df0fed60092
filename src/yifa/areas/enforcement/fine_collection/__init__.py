"""Collecting a fine (罚款缴纳、加处罚款、延期分期): one case a fine, a service that knows none of its clients."""
