overview-title = Overview
overview-lead = Where do the shared tasks stand, what waits, and what is late? You see the shared tasks you have access to.
overview-caption = The longest late first. Select a field to see more.
overview-own = Your shared tasks
overview-others = Other shared tasks
overview-only-late = Only what is late ({ $n })
overview-followup = See everything that is late
overview-stage-defined = Where the shared task is in the six steps from frame to learning. Select it to see them.
overview-space = Shared task
overview-kind = Kind
overview-stage = Stage
overview-none-title = There are no shared tasks here
overview-none = No shared tasks fit.
overview-all = See all
overview-copy = Download as a spreadsheet (CSV)
overview-defined = What do the columns mean?
overview-body = { -Standing-committee }
overview-any-body = All
overview-see = Overview of { -task-committee-many }
overview-see-body = Only { $body }
overview-groups = Working groups
overview-groups-n = { $n ->
    [one] 1 working group
   *[other] { $n } working groups
 }
