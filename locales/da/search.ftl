# Søgning
search-title = Søg
search-label = Søg i forløb, anbefalinger og aftaler
search-button = Søg
search-lead = Søg i alt det, du må se: forløb, rammer, dialoger, anbefalinger, aftaler, områder og foreninger.
search-empty-title = Hvad leder du efter?
search-empty = Skriv et ord eller to. Du kan skrive ordet, som du plejer at sige det: skole finder også skolerne og folkeskole. En lille slåfejl gør ikke noget.
search-none-title = Vi fandt ikke noget om »{ $query }«
search-none-fewer = Prøv med færre ord.
search-none-other = Prøv et andet ord for det samme, for eksempel bus i stedet for kollektiv trafik.
search-none-filter = Prøv at søge i det hele.
search-none-sign-in = Nogle forløb kan kun ses, når man er logget ind.
search-none-browse = Se alle forløb
search-count = { $n ->
    [one] { $n } sted
   *[other] { $n } steder
}
search-count-more = Mere end { $n } steder. Skriv et ord mere, hvis du vil finde færre.
search-meant = Vi fandt ikke »{ $query }«. Her er, hvad vi fandt om »{ $meant }«.
search-partly = Der er ikke noget, hvor alle ordene står. Her står nogle af dem.
search-filter = Vis kun
search-filter-kind = Slags
search-filter-area = { -Local-area }
search-filter-stage = Trin
search-filter-any-kind = Alt
search-filter-any-area = Hele kommunen
search-filter-any-stage = Alle trin
search-filter-button = Vis
search-all = Søg i det hele
search-people = Leder du efter en person?
search-people-link = Søg blandt personer
search-results = Det fandt vi
paging-next = Næste side
paging-previous = Forrige side
paging-of = Side { $page } af { $pages }
paging-label = Sider
search-kind-space = Forløb
search-kind-mandate = Ramme
search-kind-dialogue = Dialog
search-kind-statement = Udsagn
search-kind-recommendation = Anbefaling
search-kind-commitment = Aftale
search-kind-file = Fil
search-kind-organisation = Organisation
search-kind-area = { -Local-area }
search-kind-recipe = Opskrift
spaces-none-title = Der er ingen forløb af den slags lige nu
