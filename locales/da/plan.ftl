# Egen plan: det, en borger drømmer om, trinene på vejen, hvem der hjælper, og hvordan det går.

account-plan = Min plan
account-plan-hint = Det, du drømmer om, og hvem der hjælper dig derhen.
plan-tab = Planen
plan-mine = Min plan
plan-mine-detail = Kun du og dem, du selv lukker ind, kan se den.
plan-of = Plan for { $name }
plan-of-detail = Du er lukket ind i den.
plan-open = Åbn planen
plan-lead = Den er din. Du skriver, når du vil. Du bestemmer, hvem der må se den.
plan-lead-guest = { $name } ejer planen. Her er de dele, du må se.

# Begynde
plan-begin = Lav din egen plan
plan-begin-lead = Begynd med det, du drømmer om. Det må gerne være lille. Du kan altid skrive det om.
plan-begin-for = Lav en plan for en anden
plan-begin-for-name = Lav en plan for { $name }
plan-begin-for-lead = Sid sammen, og skriv det med de ord, den anden siger. Planen bliver ikke din.
plan-begin-button = Begynd planen
plan-dream-question = Hvad drømmer du om?
plan-dream-question-hint = Skriv, som du ville sige det til en ven.
plan-dream-question-for = Hvad drømmer { $name } om?
plan-privacy = Det sker der med det, du skriver
plan-privacy-who = Kun du kan læse det. Vil du have andre med, lukker du dem selv ind. Du vælger, hvad de må se.
plan-privacy-looks = Du kan altid se, hvem der har kigget.
plan-privacy-locked = Ordene er låst med en nøgle, som kun hører til din plan. De ansatte i kommunen kan ikke åbne den uden dit ja.
plan-privacy-basis = Du bestemmer selv, om du vil have en plan. Det er dit ja, vi bygger på. Du kan sige nej igen hver dag.
plan-privacy-end = Du kan slutte planen, når du vil. Så bliver nøglen slettet, og ingen kan læse det mere.
plan-privacy-read = Læs det højt, før I begynder.
plan-more = Flere planer
plan-begin-another = Lav endnu en plan
plan-find = Lav en plan for en, du hjælper
plan-find-lead = Planen bliver deres. De får det at vide, og de kan tage dig ud igen.
plan-find-helped = Dem, du er hjælper for
plan-find-begin = Lav en plan
plan-form-paper = Skema på papir
plan-form-lead = Skriv i hånden, og tag skemaet med til en, du stoler på. I skriver det ind sammen.
plan-form-print = Print skemaet
plan-form-how = Skriv det, du har lyst til. Du kan springe alt over. Vis det til en, du stoler på, eller spørg kommunen om hjælp til at skrive det ind. Skemaet er dit: tag det med hjem igen.
plan-form-who = Hvem må se planen?
plan-form-who-hint = Skriv navne, og hvad de må se. Skriver du ingen, er det kun dig og den, der skriver for dig.

# Drømmen
plan-dream = Drømmen
plan-dream-mine = Det drømmer jeg om
plan-dream-of = Det drømmer { $name } om
plan-dream-write = Skriv drømmen om
plan-how-it-goes = Sådan går det
plan-how-it-goes-n = Sådan går det ({ $n })
plan-written-by = Skrevet af { $name }, { $when }

# Trin
plan-step = Trin
plan-steps = Trinene på vejen
plan-steps-none = Der er ingen trin endnu. Hvad er det første, der skal ske?
plan-steps-none-guest = Der er ingen trin, du må se.
plan-step-new = Skriv et trin
plan-step-change = Skriv trinnet om
plan-step-question = Hvad skal der ske?
plan-step-question-hint = Ét trin ad gangen. For eksempel: Jeg går en tur hver dag.
plan-by-question = Hvornår skal det helst være sket?
plan-by-question-hint = Du behøver ikke vælge en dag.
plan-by = Helst før
plan-by-date = Helst før { $date }
plan-state = Hvor langt
plan-state-question = Hvor langt er I?
plan-state-waiting = Ikke begyndt
plan-state-going = Vi er i gang
plan-state-done = Det er nået
plan-state-dropped = Ikke alligevel
plan-step-more = Ret, flyt eller fjern
plan-step-up = Flyt trinnet op
plan-step-remove = Fjern trinnet
plan-step-remove-text = Når du fjerner et trin, går alt det med, som I har skrevet om det.
plan-part-gone = En anden del

# Hvem hjælper
plan-helps = Her hjælper
plan-helpers = Hvem hjælper?
plan-helpers-none = Der står ingen endnu.
plan-helper-new = Skriv en, der hjælper
plan-helper-question = Hvem?
plan-helper-question-hint = Et navn, og gerne hvad de gør. For eksempel: Grethe, kører om mandagen.
plan-helper-inside = er lukket ind i planen
plan-helper-remove = Fjern
plan-kind-question = Hvad er de for dig?
plan-kind-family = Familie
plan-kind-neighbour = Nabo eller ven
plan-kind-association = Forening
plan-kind-business = Firma
plan-kind-staff = Ansat i kommunen
plan-kind-other = En anden
plan-guest-question = Er det en, du har lukket ind?
plan-guest-question-hint = De får ikke lov til mere af det.
plan-guest-none = Nej

# Sådan går det
plan-notes = Sådan går det
plan-note-question = Hvordan går det?
plan-note-hint = Alle, der må se den her del, kan læse det.
plan-note-save = Skriv det ind
plan-note-remove = Fjern
plan-remove-yes = Ja, fjern
plan-others = Hvem kan se den her del?
plan-others-none = Kun dig.
plan-others-guest = { $name } bestemmer, hvem der må se den.

# Hvem må se
plan-yours = Det bestemmer du
plan-yours-for = Det gør du for { $name }
plan-people = Hvem må se hvad?
plan-people-n = { $n ->
    [0] Du har ikke lukket nogen ind.
    [one] Du har lukket én ind.
   *[other] Du har lukket { $n } ind.
 }
plan-people-n-for = { $n ->
    [0] Der er ikke lukket nogen ind.
    [one] Der er lukket én ind.
   *[other] Der er lukket { $n } ind.
 }
plan-people-lead = Her står alle, der er lukket ind. Ingen andre kan se noget.
plan-people-none = Du har ikke lukket nogen ind.
plan-people-change = Vælg, hvem der må se hvad
plan-person-name = Kalder sig { $name }
plan-person-waits = Er ikke kommet endnu
plan-person-helper = Skriver for dig
plan-person-helper-for = Skriver for { $name }
plan-person-manages = Skriver og bestemmer for dig
plan-person-manages-for = Skriver og bestemmer for { $name }
plan-person-nothing = Må ikke se noget lige nu.
plan-let-in = Luk nogen ind
plan-let-in-lead = Vi sender en mail med et link. Der står ikke noget om dig i mailen.
plan-let-in-send = Luk ind, og send mailen
plan-called = Hvad kalder du dem?
plan-called-hint = For eksempel: min søster, eller Bo fra jobcentret.
plan-email-hint = Linket virker for den, der læser mailen. Se efter, at adressen er rigtig.
plan-whole = Må de se hele planen?
plan-whole-none = Nej, kun de dele, jeg vælger
plan-whole-read = Ja, de må læse det hele, også det nye
plan-whole-write = Ja, de må læse og skrive i det hele
plan-sees-read = Må læse det hele, også det nye
plan-sees-write = Må læse og skrive i det hele
plan-parts = Hvilke dele må de se?
plan-parts-hint = Vælg for hver del. Et nyt trin kan de først se, når du siger ja.
plan-level-none = Må ikke se
plan-level-read = Må læse
plan-level-write = Må læse og skrive
plan-tasks = Hjælper de dig med planen?
plan-helper-tick = De skriver for mig
plan-manages-tick = De lukker også folk ind for mig, og de må slutte planen, når jeg siger det
plan-link-again = Send et nyt link
plan-rights = Hvad må de se?
plan-rights-change = Skift, hvad de må
plan-take-out = Tag ud nu
plan-leave = Gå ud af planen
plan-leave-text = Så kan du ikke se planen mere. Det, du har skrevet, bliver der.
plan-leave-button = Gå ud af planen nu

# Linket
plan-link = Du er lukket ind
plan-link-title = { $name } vil gerne have dig med
plan-link-lead = { $name } har lavet en plan for noget, der betyder meget. Du må se en del af den.
plan-link-parts = { $name } har valgt, hvad du må se.
plan-link-looks = Hver gang du kigger, kan { $name } se det.
plan-link-no-copy = Skriv det i planen, og ikke andre steder. Så er der kun ét sted, og alle ved, hvad der står.
plan-link-leave = Du kan gå ud igen, når du vil.
plan-link-yes = Åbn planen
plan-link-no = Nej tak

# Hvem har kigget
plan-looks = Hvem har kigget?
plan-looks-hint = Hver gang nogen læser noget, står det her.
plan-looks-lead = Her står alle andre end dig, der har læst noget i planen.
plan-looks-lead-for = Her står alle andre end { $name }, der har læst noget i planen.
plan-looks-none = Ingen har kigget endnu.
plan-look = læste: { $part }
plan-look-times = { $n } gange den dag
plan-looks-locked = Har nogen prøvet at se planen uden at måtte, står det et andet sted.

# Tage med
plan-take-paper = Få planen på papir
plan-take-paper-hint = En fil, du kan skrive ud og have i lommen.
plan-take-data = Få planen som data
plan-take-data-hint = En fil, som andre programmer kan læse.
plan-paper-step = { $n }. { $words }
plan-paper-note = { $date }, { $name }: { $words }
plan-paper-page = Side
plan-paper-of = af
plan-paper-mark = Planen er privat. Pas godt på papiret.

# Slutte
plan-end = Slut planen
plan-end-hint = Så er den væk for alle, og for altid.
plan-end-title = Vil du slutte planen?
plan-end-lead = Så bliver nøglen til den slettet. Det sker, når du trykker nederst.
plan-end-words = Ingen kan læse planen mere. Heller ikke dig.
plan-end-people = Alle, der er lukket ind, er ude. De får kun at vide, at noget er slut.
plan-end-backups = Det gælder også de kopier, kommunen gemmer. De kan ikke åbnes uden nøglen.
plan-end-never = Du kan ikke fortryde det.
plan-end-first = Tag den med først
plan-end-button = Slut planen for altid
plan-end-keep = Nej, behold den
plan-end-held = Planen kan ikke slutte før { $date }. Loven siger, at den skal gemmes så længe.
plan-ended = Planen er slut
plan-ended-lead = Nøglen er slettet. Ingen kan læse planen mere.

# Svar
done-plan-begun = Planen er begyndt.
done-plan-written = Det er gemt.
done-plan-step-added = Trinnet står i planen. Hvem kan hjælpe?
done-plan-moved = Trinnet er flyttet op.
done-plan-removed = Det er fjernet.
done-plan-noted = Det er skrevet ind.
done-plan-let-in = Mailen er på vej.
done-plan-link-again = Et nyt link er på vej. Det gamle virker ikke mere.
done-plan-taken-out = Døren er lukket. De kan ikke se mere.
done-plan-came = Du er lukket ind.
done-plan-left = Du er gået ud af planen.
error-plan-recipe = Her kan man ikke lave planer lige nu. Spørg kommunen.
error-plan-recipe-title = Det kan ikke lade sig gøre her
error-plan-many = Du har mange planer. Slut en af dem først.
error-plan-many-title = Der er ikke plads til flere
error-plan-many-for = Den, du hjælper, har mange planer. En af dem skal slutte først.
error-plan-many-for-title = Der er ikke plads til flere
error-plan-steps = Der er ikke plads til flere trin. Fjern et, der er nået.
error-plan-steps-title = Der er ikke plads til flere
error-plan-people = Der er ikke plads til flere. Tag en ud først.
error-plan-people-title = Der er ikke plads til flere
error-plan-in-already = Den adresse er lukket ind allerede. Er de ikke kommet endnu, så send dem et nyt link.
error-plan-in-already-title = De er lukket ind
error-plan-link = Linket er for gammelt. Bed om et nyt hos den, der sendte det.
error-plan-link-title = Linket virker ikke mere
error-plan-more = Du kan ikke vise andre mere, end du selv må se.
error-plan-more-title = Det kan du ikke give væk

# Mails: de siger intet om nogen
mail-plan-begun-subject = Der er noget nyt på din side
mail-plan-begun-body = Der er lavet noget, som er dit, sammen med en, der hjælper dig. Se det på din side. Du kan altid tage hjælperen ud igen.
mail-plan-begun-action = Se det
mail-plan-let-in-subject = Der er noget, du må se
mail-plan-let-in-body = Nogen har valgt dig til at se noget, der er privat. Linket er kun til dig. Send det ikke videre.
mail-plan-let-in-action = Se, hvad det er
mail-plan-ended-subject = Noget, du har været med i, er slut
mail-plan-ended-body = Det er lukket, og ingen kan læse det mere. Du skal ikke gøre noget.
mail-plan-ended-action = Se din side

# Journalen: kun faste ord
verb-plan-begin = { $who } begyndte en plan
verb-plan-write = { $who } skrev i en plan
verb-plan-note = { $who } skrev, hvordan det går
verb-plan-let-in = { $who } lukkede nogen ind i en plan
verb-plan-take-out = { $who } tog nogen ud af en plan
verb-plan-come = { $who } kom ind i en plan
verb-plan-leave = { $who } gik ud af en plan
verb-plan-end = { $who } sluttede en plan

# Det, der er gemt
stored-plan-owner = En plan, der er din
stored-plan-words = Det, der står i din plan
stored-plan-wrote = Noget, du sidst har skrevet i en plan
stored-plan-note = Sådan går det: noget, du har skrevet i en plan
stored-plan-reading = Gange, du har læst i en andens plan
stored-plan-guest = Planer, du er lukket ind i
reading-plan = Kiggede i din plan
field-changed-at = Sidst skrevet
field-let-in-at = Lukket ind
field-came-at = Kom ind
