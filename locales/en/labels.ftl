# What municipalities call by different names. Four forms separated by slashes: a council, the council, councils, the councils.
# The first is said where nobody has chosen. The words write { -council-the }, { -Council-the } at the start of a sentence.
label-council = The elected council
label-council-1 = council / the council / councils / the councils
label-council-2 = municipal board / the municipal board / municipal boards / the municipal boards
label-council-3 = City Council / the City Council / City Councils / the City Councils
label-task-committee = A committee for one task
label-task-committee-1 = task committee / the task committee / task committees / the task committees
label-task-committee-2 = section 17(4) committee / the section 17(4) committee / section 17(4) committees / the section 17(4) committees
label-local-area = An area of the municipality
label-local-area-1 = local area / the local area / local areas / the local areas
label-local-area-2 = rural district / the rural district / rural districts / the rural districts
label-local-area-3 = neighbourhood / the neighbourhood / neighbourhoods / the neighbourhoods
label-administration = The staff of the municipality as a whole
label-administration-1 = administration / the administration / administrations / the administrations
label-administration-2 = municipal staff / the municipal staff / municipal staffs / the municipal staffs
label-standing-committee = A permanent political committee
label-standing-committee-1 = standing committee / the standing committee / standing committees / the standing committees
label-standing-committee-2 = policy committee / the policy committee / policy committees / the policy committees
