overview-title = Overview
overview-lead = Where do the shared tasks stand, what waits, and what is late? You see the shared tasks you have access to.
overview-caption = Newest shared tasks first. Select a field to see more.
overview-space = Shared task
overview-kind = Kind
overview-stage = Stage
overview-none-title = There are no shared tasks here
overview-none = No shared tasks fit.
overview-all = See all
overview-copy = Download as a spreadsheet (CSV)
overview-defined = What do the columns mean?
overview-see = See the overview
overview-groups = Working groups
overview-groups-n = { $n ->
    [one] 1 working group
   *[other] { $n } working groups
 }
