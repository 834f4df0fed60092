"""Public pages (公开页面): no sign-in; they see only what has been published, or what the code of a visit opens.

The layer lies beside the desk: it imports the areas and the kernel, never the desk.
"""
