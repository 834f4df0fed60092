"""Administrative licences (行政许可): application to decision, changes and renewals, and how a licence ends."""
