"""Django settings; whatever differs between two places is an environment variable named here.

YIFA_HOME      folder for the database, the secret key and uploads; default `./var`
YIFA_URL       the address people type; default `http://127.0.0.1:8000`. Anything but plain http on
               this machine turns secure cookies on: a session can never travel unencrypted
DATABASE_URL   `postgres://…` for PostgreSQL; default SQLite in YIFA_HOME
YIFA_DEBUG     `1` only while developing
YIFA_HSTS_SECONDS   how long browsers insist on https; default 0 (off)
YIFA_PROXY     `1` when a reverse proxy sets X-Forwarded-Proto and X-Forwarded-For (and removes what
               clients send)
YIFA_STATIC    folder `collectstatic` fills; default `$YIFA_HOME/static`
"""

from __future__ import annotations

import os
import secrets
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ
from bootstrap_wrapper import get_bootstrap_dir
from csp.constants import NONE, SELF

from yifa.logs import configuration

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent
HOME = Path(env.str("YIFA_HOME", default="var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)


def secret_key(path: Path) -> str:
    """The installation's own key: made once, readable by its owner only, not in the repository."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


def yifa_apps() -> list[str]:
    """Every package under `yifa` that holds an `apps.py`: adding an app is adding its folder."""
    folders = (file.parent.relative_to(PACKAGE) for file in PACKAGE.rglob("apps.py"))
    return sorted("yifa." + ".".join(folder.parts) for folder in folders if "tests" not in folder.parts)


# --- the machine --------------------------------------------------------------------------------

SECRET_KEY = secret_key(HOME / "secret_key")
DEBUG = env.bool("YIFA_DEBUG", default=False)
SITE_URL = env.str("YIFA_URL", default="http://127.0.0.1:8000").rstrip("/")
_site = urlsplit(SITE_URL)
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ENCRYPTED = not (_site.scheme == "http" and _site.hostname in _LOOPBACK)

ALLOWED_HOSTS = sorted({_site.hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]"})
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# --- what it is made of -------------------------------------------------------------------------

ROOT_URLCONF = "yifa.urls"
WSGI_APPLICATION = "yifa.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    *yifa_apps(),  # first, so that our templates win over those of other packages
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for a signed-in person unless its view says @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yifa.desk.middleware.RequestLimitMiddleware",
    "yifa.office.middleware.ScopeMiddleware",
    "yifa.desk.middleware.ErrorMiddleware",
    "axes.middleware.AxesMiddleware",  # last, as its documentation asks
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yifa.desk.frame.surroundings",
            ],
        },
    }
]

# --- records ------------------------------------------------------------------------------------

# WAL lets readers go on while one writes; IMMEDIATE takes the write lock at BEGIN, so that two
# writers wait for each other instead of failing half-way with "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=1073741824; "
        "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
    ),
}
_database: dict[str, Any]
if env.str("DATABASE_URL", default=""):
    _database = env.db_url("DATABASE_URL")
    if _database["ENGINE"] == "django.db.backends.postgresql":
        _database["ENGINE"] = "yifa.office.postgres"
    _database["CONN_HEALTH_CHECKS"] = True
    _database["HOST"] = unquote(_database["HOST"])  # %2Frun%2Fpostgresql: a unix socket
else:
    _database = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "yifa.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
    }
DATABASES = {"default": {**_database, "CONN_MAX_AGE": None}}

MEDIA_ROOT = HOME / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # everything in a form but its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
REQUEST_LIMIT_BYTES = 64 * 1024 * 1024  # the whole request, files included

# --- language and time --------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# --- signing in ---------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "yifa.office.backend.OfficeBackend",
]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": _VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
    {"NAME": _VALIDATION + "NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_ADAPTER = "yifa.desk.account.AccountAdapter"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": False}  # axes counts failures; two counters would contradict each other
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "依法 Yifa"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # nobody can lock a colleague out from another machine
AXES_CLIENT_IP_CALLABLE = "yifa.desk.account.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "account/lockout.html"
AXES_ENABLE_ADMIN = False  # failures stand in the log; its pages speak English

SESSION_ENGINE = "yifa.office.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENCRYPTED
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# --- what browsers are told ---------------------------------------------------------------------

SECURE_HSTS_SECONDS = env.int("YIFA_HSTS_SECONDS", default=0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_SECONDS > 0
SECURE_SSL_REDIRECT = _site.scheme == "https"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = env.bool("YIFA_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [
            SELF,
            "data:",
        ],  # Bootstrap draws its arrows and ticks, and TOTP its code, as data: images
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = configuration(readable=sys.stderr.isatty())

# --- files of the pages -------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("YIFA_STATIC", default=str(HOME / "static")))
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [("bootstrap", get_bootstrap_dir())]
# After `manage.py collectstatic` the hashed and compressed files are served; before it, each file
# from where it lies, so that a demonstration needs no such step.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists() or "collectstatic" in sys.argv
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
