# Det, som kommuner kalder noget forskelligt. Fire former med skråstreg imellem: et byråd, byrådet, flere byråd, byrådene.
# Den første bruges, hvor ingen har valgt. Ordene skriver { -council-the }, { -Council-the } i begyndelsen af en sætning.
label-council = Det folkevalgte råd
label-council-1 = byråd / byrådet / byråd / byrådene
label-council-2 = kommunalbestyrelse / kommunalbestyrelsen / kommunalbestyrelser / kommunalbestyrelserne
label-council-3 = Borgerrepræsentation / Borgerrepræsentationen / Borgerrepræsentationer / Borgerrepræsentationerne
label-task-committee = Udvalg, der løser én opgave
label-task-committee-1 = opgaveudvalg / opgaveudvalget / opgaveudvalg / opgaveudvalgene
label-task-committee-2 = § 17, stk. 4-udvalg / § 17, stk. 4-udvalget / § 17, stk. 4-udvalg / § 17, stk. 4-udvalgene
label-local-area = Et område i kommunen
label-local-area-1 = lokalområde / lokalområdet / lokalområder / lokalområderne
label-local-area-2 = landdistrikt / landdistriktet / landdistrikter / landdistrikterne
label-local-area-3 = bydel / bydelen / bydele / bydelene
label-administration = Kommunens ansatte som helhed
label-administration-1 = forvaltning / forvaltningen / forvaltninger / forvaltningerne
label-administration-2 = administration / administrationen / administrationer / administrationerne
label-standing-committee = Et fast politisk udvalg
label-standing-committee-1 = stående udvalg / det stående udvalg / stående udvalg / de stående udvalg
label-standing-committee-2 = fagudvalg / fagudvalget / fagudvalg / fagudvalgene
