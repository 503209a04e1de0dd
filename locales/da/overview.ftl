overview-title = Overblik
overview-lead = Hvor står forløbene, hvad venter, og hvad er forsinket? Du ser de forløb, du har adgang til.
overview-caption = De mest forsinkede står først. Klik på et felt for at se mere.
overview-own = Dine forløb
overview-others = Andre forløb
overview-only-late = Kun forsinkede ({ $n })
overview-followup = Se alt det, der er forsinket
overview-stage-defined = Hvor forløbet er i de seks trin fra ramme til læring. Klik på forløbet for at se dem.
overview-space = Forløb
overview-kind = Slags
overview-stage = Trin
overview-none-title = Der er ingen forløb her
overview-none = Der er ingen forløb, der passer.
overview-all = Se alle
overview-copy = Hent som regneark (CSV)
overview-defined = Hvad betyder kolonnerne?
overview-body = { -Standing-committee }
overview-any-body = Alle
overview-see = Overblik over { -task-committee-many }
overview-see-body = Kun { $body }
overview-groups = Arbejdsgrupper
overview-groups-n = { $n ->
    [one] 1 arbejdsgruppe
   *[other] { $n } arbejdsgrupper
 }
