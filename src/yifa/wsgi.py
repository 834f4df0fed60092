"""The WSGI entry point: `gunicorn yifa.wsgi`.

There is no asgi.py: our synchronous views measured 10-20 times slower under ASGI.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.settings")

application = get_wsgi_application()
