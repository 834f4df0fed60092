"""The WSGI entry point: `gunicorn yifa.wsgi`. Sync views under ASGI measured 10-20 times slower, so there is no asgi.py."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.settings")

application = get_wsgi_application()
