"""Who may enforce (执法主体、人员、委托、赋权)."""
