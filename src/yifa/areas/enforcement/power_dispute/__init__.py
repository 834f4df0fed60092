"""Coordination of disputes between enforcement bodies over who acts (执法争议协调), 行政执法监督条例第十三条."""
