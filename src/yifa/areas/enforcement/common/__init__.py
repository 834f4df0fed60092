"""What every procedure of enforcement shares (执法程序共用部分): no app, no tables, only parts to be mixed in.

    from yifa.areas.enforcement.common.party import PartyFields, fit_party, party_fields
    from yifa.areas.enforcement.common.acting import ItemFields, OfficerFields, fit_body, fit_officers, granted_item
    from yifa.areas.enforcement.common.service import ServiceFields, serving

    class LicenceCase(PartyFields, ItemFields, OfficerFields, ServiceFields, Case):
        served_date = models.DateField("送达日", null=True, blank=True)

    file_case = Step(…, needs=(*party_fields(Case), Case.officers),
                     conditions=(fit_party(), fit_body(), granted_item(), *fit_officers()))
    serve = Step("送达决定书", PENALTY[61, 1], decided >> served, **serving(Case, Case.served_date))
    pay = Limit(…, since=(Case.served_date,), …)        # starts from the day on which service takes effect

The legal date of a step of service is the day of the act (签收、留置、收件、发送成功、最后张贴或者刊登), `served_date`
the day on which it takes effect, which for an announcement is 30 days later. Conditions ask the registers on the day
of the act; in a scenario without a database only what the record itself tells is asked.

Data with their sources: `regimes.toml` (special case limits, public security), `thresholds.toml` (较大数额).
"""
