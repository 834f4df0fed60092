"""Referral of suspected crimes to the police and back (行刑衔接): a service that knows none of its clients."""
