# Møder: plan, dagsorden, indkaldelse, referat og beslutninger.

meetings-tab = Møder
meetings-title = Møder
meetings-all = Alle møder
meetings-coming = Kommende møder
meetings-held = Holdte møder
meetings-none-coming = Der er ikke planlagt flere møder endnu.
meetings-empty = Her er ingen møder endnu
meetings-empty-detail = Når holdet har planlagt sine møder, står tid, sted, dagsorden og referat her.
meetings-next = Næste møde
meetings-open-to-all = åbent for alle
meetings-when = { $weekday } den { $date } kl. { $from }⁠–⁠{ $to }
meetings-weekday-1 = mandag
meetings-weekday-2 = tirsdag
meetings-weekday-3 = onsdag
meetings-weekday-4 = torsdag
meetings-weekday-5 = fredag
meetings-weekday-6 = lørdag
meetings-weekday-7 = søndag

# Planlægning
meetings-plan = Planlæg møder
meetings-plan-lead = Du kan planlægge ét møde eller hele årets møder på én gang.
meetings-plan-save = Planlæg
meetings-change = Ret mødet
meetings-change-lead = Flytter du tid eller sted, får alle, der er indkaldt eller tilmeldt, besked. Mødet flytter sig i deres kalender.
meetings-change-save = Gem ændringen
meetings-name = Hvad hedder mødet?
meetings-name-hint = For eksempel: Udvalgsmøde. Planlægger du flere på én gang, får de numre.
meetings-kind = Hvem er det for?
meetings-kind-team = Møde for holdet
meetings-kind-dialogue = Dialogmøde for alle
meetings-kind-team-long = Holdet. Kun holdet bliver indkaldt.
meetings-kind-dialogue-long = Alle, der må se forløbet. De kan selv melde sig til. Mødet kommer på opslagstavlen.
meetings-when-label = Hvornår
meetings-where-label = Hvor
meetings-date = Dato
meetings-date-n = Dato for møde { $n }
meetings-more-dates = Planlæg flere møder på én gang
meetings-more-dates-hint = Møderne får samme tid på dagen og samme sted. Du kan rette dem hver for sig bagefter.
meetings-from = Begynder kl.
meetings-to = Slutter kl.
meetings-time-wrong = »{ $text }« er ikke et klokkeslæt. Skriv for eksempel 19.00.
meetings-time-skipped = Den { $date } bliver uret stillet frem, og det klokkeslæt findes ikke. Vælg et andet.
meetings-long-ago = { $date } er mere end et år siden. Er året rigtigt?
meetings-ends-before = Mødet slutter, før det begynder. Ret et af klokkeslættene.
meetings-place = Sted
meetings-place-hint = Adresse og lokale. Skriv gerne, hvordan man kommer ind.
meetings-online = Link til at være med på nettet
meetings-online-hint = Hele adressen. Dem, der kommer over nettet, bruger ikke en plads i lokalet.
meetings-online-wrong = Adressen skal begynde med https://. Kopiér den fra jeres mødeprogram.
meetings-nowhere = Skriv et sted eller et link. Ellers kan ingen finde mødet.
meetings-capacity = Pladser
meetings-capacity-hint = Tomt felt betyder, at der er plads til alle. Er der fuldt, kommer man på venteliste.
meetings-bring = Det skal du have med
meetings-bring-hint = For eksempel: Læs punkt 3. Der er mad fra kl. 17.30.

# Aflysning
meetings-cancel = Aflys mødet
meetings-cancel-not = Aflys ikke
meetings-cancel-lead = Du er ved at aflyse { $title }. { $n ->
    [0] Ingen er indkaldt eller tilmeldt endnu.
    [one] Én person får besked, og mødet går ud af kalenderen.
   *[other] { $n } personer får besked, og mødet går ud af deres kalender.
}
meetings-cancel-reason = Hvorfor bliver det aflyst?
meetings-cancel-reason-hint = Én sætning. Alle kan læse den.
meetings-cancelled = Aflyst
meetings-cancelled-text = Mødet er aflyst.
meetings-is-cancelled-title = Mødet er aflyst
meetings-is-cancelled = Et møde, der er aflyst, kan ikke ændres. Planlæg et nyt.
meetings-is-over-title = Mødet er holdt
meetings-is-over = Det kan man ikke gøre, når mødet er slut.
meetings-not-held-title = Mødet er ikke holdt endnu
meetings-not-held = Vent, til mødet er begyndt.

# Mødets side
meetings-facts = Om mødet
meetings-signed-up = Tilmeldt
meetings-people-n = { $n ->
    [one] { $n } kommer
   *[other] { $n } kommer
}
meetings-of-capacity = af { $n } pladser
meetings-online-n = { $n } på nettet
meetings-waiting-n = { $n } på venteliste
meetings-came-n = { $n } var der
meetings-to-calendar = Læg mødet i din kalender
meetings-run = For jer, der holder mødet
meetings-not-called = Holdet er ikke indkaldt endnu.
meetings-called-at = Indkaldt: { $date }
meetings-call = Indkald holdet
meetings-call-rest = Indkald dem, der er kommet til
meetings-free = { $n ->
    [one] Én plads tilbage
   *[other] { $n } pladser tilbage
}
meetings-full = Alle pladser er taget. Du kan komme på venteliste.
meetings-need-seats = Meld dig til
meetings-need-open = Alle er velkomne

# Svar
meetings-do-you-come = Kommer du?
meetings-wish = Dit svar
meetings-wish-coming = Ja, jeg kommer
meetings-wish-online = Ja, jeg er med på nettet
meetings-wish-declined = Nej, jeg kan ikke
meetings-reply = Svar
meetings-reply-send = Send svar
meetings-reply-change = Ret mit svar
meetings-you-coming = Du kommer
meetings-you-online = Du er med på nettet
meetings-you-waiting = Du er på venteliste
meetings-you-declined = Du kommer ikke
meetings-you-silent = Du var der
meetings-you-wait = Du får besked, så snart der bliver en plads.
meetings-sign-in = Log ind for at melde dig til. Du skal kun bruge en mailadresse. Du kan også ringe til kommunen, så skriver de dig på.
meetings-sign-in-button = Log ind, og meld dig til
meetings-need-kinds = Sæt kryds ved det, der skal bruges
meetings-need-kind-vegetarian = Vegetarmad
meetings-need-kind-gluten-free = Mad uden gluten
meetings-need-kind-transport = Kørsel
meetings-need-kind-interpreter = Tolk
meetings-need-kind-hearing-loop = Teleslynge
meetings-need-kind-child-care = Børnepasning
meetings-need-sums = Til den, der bestiller
meetings-need-sums-text = Så mange af dem, der kommer, har sat kryds. Læs også, hvad folk selv har skrevet.
meetings-needs-ask = Har du brug for noget for at kunne komme?
meetings-needs = Andet, jeg har brug for
meetings-needs-hint = Er der andet, så skriv det her. Kun sekretæren og facilitatoren kan se det. Det bliver slettet 14 dage efter mødet.
meetings-needs-theirs = Andet, vedkommende har brug for
meetings-needs-title = Det, folk har brug for
meetings-needs-staff-hint = Skriv kun det, der skal bruges.
meetings-needs-short = Brug for:
meetings-needs-sealed = Kun sekretæren og facilitatoren ser, hvad folk har brug for. Det bliver slettet 14 dage efter mødet. Folk kan se, at du har kigget.
reading-meeting-needs = Det, du har brug for til et møde

# Deltagere
meetings-people = Deltagere
meetings-who-comes = Hvem kommer?
meetings-who-came = Hvem kom?
meetings-was-there = var der
meetings-nobody-yet = Ingen har meldt sig endnu.
meetings-answer-coming = Kommer
meetings-answer-online = På nettet
meetings-answer-waiting = Venteliste
meetings-answer-declined = Afbud
meetings-answer-silent = Kom uden tilmelding
meetings-answer-none = Har ikke svaret
meetings-attend-save = Gem, hvem der kom
meetings-enter = Skriv en på
meetings-enter-text = Til dem, der ringer eller skriver. De tæller med i pladserne.
meetings-enter-save = Skriv på
meetings-guest-name = Navn
meetings-strike = Stryg
meetings-sheet = Liste til underskrift
meetings-signature = Underskrift

# Dagsorden
meetings-agenda = Dagsorden
meetings-agenda-empty = Dagsordenen er ikke skrevet endnu.
meetings-item = Punkt
meetings-item-see = Se punktet
meetings-item-new = Skriv et punkt
meetings-item-change = Ret punktet
meetings-item-remove = Fjern punktet
meetings-item-run = Punktet
meetings-item-save = Gem punktet
meetings-item-save-more = Gem, og skriv et til
meetings-item-title = Overskrift
meetings-item-title-hint = Så kort, at man kan se, hvad det handler om.
meetings-presentation = Sagsfremstilling
meetings-presentation-hint = Hvad er sket, og hvad skal holdet vide for at kunne tage stilling? Bilag lægger du på bagefter.
meetings-presentation-none = Der er ingen sagsfremstilling.
meetings-proposal = Indstilling
meetings-proposal-hint = Det, holdet bliver bedt om at beslutte.
meetings-item-minutes = Minutter
meetings-item-minutes-hint = Hvor længe I regner med.
meetings-minutes-long = { $n ->
    [one] Ét minut
   *[other] { $n } minutter
}
meetings-presenter = Hvem lægger op?
meetings-presenter-hint = Navnet kan læses af alle.
meetings-ground = Er punktet lukket?
meetings-ground-hint = Kun holdet kan læse et lukket punkt. Alle andre ser, at det er lukket, og hvorfor. Vælg det, før du gemmer første gang: navnet på et åbent punkt kan allerede være læst. Bilag følger med: kun de, der kan læse punktet, kan se dem.
meetings-ground-none = Nej, alle må læse det
meetings-ground-private = Enkeltpersoners private forhold (forvaltningslovens § 27)
meetings-ground-business = En virksomheds forretningsforhold (forvaltningslovens § 27)
meetings-ground-economy = Det offentliges økonomiske interesser (forvaltningslovens § 27)
meetings-ground-nature = Sagens beskaffenhed (kommunestyrelseslovens § 10)
meetings-closed-item = Lukket punkt
meetings-closed-tag = Lukket
meetings-closed-explained = Kun holdet kan læse, hvad punktet handler om.
meetings-items-nav = Andre punkter
meetings-move-up = Flyt op
meetings-move-down = Flyt ned
meetings-move-up-item = Flyt punkt { $n } op: { $title }
meetings-move-down-item = Flyt punkt { $n } ned: { $title }
meetings-item-used-title = Punktet er behandlet
meetings-item-used = Der er skrevet i referatet eller besluttet noget på punktet. Derfor kan det ikke fjernes.

# Inhabilitet og tavshedspligt
meetings-interest = Inhabilitet
meetings-interest-text = Har du selv en særlig interesse i sagen, går du, mens den bliver behandlet. Det bliver skrevet i referatet.
meetings-interest-me = Jeg går ved dette punkt
meetings-interest-who = En anden på holdet
meetings-interest-note = Skriv, at vedkommende går
meetings-interest-undo = Fortryd
meetings-left-for-interest = Deltog ikke på grund af inhabilitet: { $names }
meetings-you-left = Du deltager ikke i dette punkt på grund af inhabilitet.
meetings-promise-title = Du har tavshedspligt
meetings-promise-text = På dagsordenen er der et lukket punkt. Du må ikke fortælle andre, hvad der står i det, eller hvad der bliver sagt. Det gælder også, når udvalget er slut (straffelovens § 152).
meetings-promise-before-minutes = Skriv intet om det under »I øvrigt«. Det kan alle læse, når referatet er sendt.
meetings-promise = Det ved jeg. Vis punktet

# Referat
meetings-minutes = Referat
meetings-minutes-rest = I øvrigt
meetings-minutes-write = Skriv referat
meetings-minutes-read = Læs referatet
meetings-minutes-save = Gem referatet
meetings-nothing-written = Der er ikke skrevet noget til punktet.
meetings-there = Til stede
meetings-absent = Afbud:
meetings-others = { $n ->
    [one] og én mere
   *[other] og { $n } flere
}
meetings-state-draft = Udkast
meetings-state-sent = Sendt til godkendelse
meetings-state-approved = Godkendt
meetings-state-draft-long = Holdet skriver på referatet. Andre kan se det, når det er sendt til godkendelse.
meetings-state-sent-long = Referatet er sendt til godkendelse og kan læses af alle.
meetings-state-approved-long = Referatet er godkendt.
meetings-sent-text = Referatet er ikke godkendt endnu. Holdet kan gøre indsigelse til og med { $date }.
meetings-together = I kan skrive samtidig
meetings-together-text = Alle på holdet kan skrive på én gang. Det, du skriver, bliver gemt, mens du skriver. Det, de andre skriver, kommer frem af sig selv.
meetings-status-saved = Alt er gemt.
meetings-status-saving = Gemmer …
meetings-status-offline = Ikke gemt endnu. Vi prøver igen. Luk ikke siden.
meetings-status-closed = Det sidste kunne ikke gemmes. Kopiér din tekst, og indlæs siden igen.
meetings-status-others = Andre har skrevet.
meetings-minutes-too-long-title = Teksten er for lang
meetings-minutes-too-long = Der er plads til 40.000 tegn på hvert punkt. Gå tilbage, og gør teksten kortere.
meetings-minutes-closed-title = Referatet er lukket
meetings-minutes-closed = Referatet er sendt til godkendelse eller godkendt. Det kan ikke ændres nu.
meetings-minutes-sent-before-title = Referatet er sendt
meetings-minutes-sent-before = Referatet er allerede sendt til godkendelse.
meetings-minutes-not-sent-title = Referatet er ikke til godkendelse
meetings-minutes-not-sent = Nogen har godkendt det eller taget det tilbage imens. Indlæs siden igen.
meetings-minutes-not-approved-title = Referatet er ikke godkendt endnu
meetings-minutes-not-approved = Så længe det ikke er godkendt, kan I rette i selve referatet.
meetings-send = Send til godkendelse
meetings-send-text = Holdet får besked. Alle kan læse referatet, men ikke de lukkede punkter.
meetings-send-button = Send referatet
meetings-until = Frist for indsigelser
meetings-until-hint = Gør ingen indsigelse inden da, er referatet godkendt.
meetings-until-past = Datoen er gået. Vælg i dag eller en dag, der kommer.
meetings-approve = Godkend referatet
meetings-approve-text = Godkend det, når holdet har sagt ja, for eksempel på næste møde. Derefter kan det ikke ændres.
meetings-take-back = Tag det tilbage, og ret
meetings-object = Gør indsigelse
meetings-objection = Indsigelse
meetings-objection-hint = Hvad er forkert, og hvad burde der stå?
meetings-object-send = Send indsigelsen
meetings-correct = Skriv en rettelse
meetings-correct-text = Et godkendt referat står, som det er. En rettelse kommer til nedenunder.
meetings-correction = Rettelse
meetings-correct-save = Tilføj rettelsen
meetings-notes = Indsigelser og rettelser

# Beslutninger
meetings-decisions = Beslutninger
meetings-decisions-all = Alle beslutninger
meetings-decisions-other = Andre beslutninger
meetings-decisions-count = { $n ->
    [0] Der er ikke besluttet noget endnu.
    [one] Én beslutning.
   *[other] { $n } beslutninger. De nyeste står øverst.
}
meetings-decisions-none = Der er ikke besluttet noget endnu
meetings-decisions-none-text = Når holdet beslutter noget på et møde, får beslutningen sit eget nummer og står her.
meetings-decision = Beslutning
meetings-decision-n = Beslutning { $n }
meetings-number = Nummer
meetings-meeting = Møde
meetings-facts-decision = Om beslutningen
meetings-decide = Skriv en beslutning
meetings-decide-text = En beslutning får sit eget nummer og sin egen side. Så kan man henvise til den.
meetings-decide-save = Gem beslutningen
meetings-decision-item = Punkt på dagsordenen
meetings-decision-no-item = Intet bestemt punkt
meetings-decision-text = Hvad blev besluttet?
meetings-decision-text-hint = Hele sætninger, der kan læses alene.
meetings-decision-about = Hvad handler den om?
meetings-decision-about-hint = Et par ord. For eksempel: Åbningstider
meetings-vote = Afstemning
meetings-for = For
meetings-against = Imod
meetings-abstained = Undlod
meetings-votes-for = { $n } for
meetings-votes-against = { $n } imod
meetings-votes-abstained = { $n } undlod at stemme
meetings-undecide = Fjern beslutningen, den er skrevet ved en fejl

# Kalender
meetings-calendar = I din kalender
meetings-calendar-text = Så følger møderne med, når de flytter sig.
meetings-calendar-space = Forløbets møder til kalenderen
meetings-feed-title = Det hele i min kalender
meetings-feed-name = Min kalender, { $municipality }
meetings-feed-lead = Få dine møder og de aktiviteter, du er tilmeldt eller står for, ind i kalenderen på telefon eller computer. Bliver noget flyttet, flytter det sig også der.
meetings-feed-address = Din adresse
meetings-feed-once = Kopiér den nu. Vi viser den kun denne ene gang. Vis den ikke til andre: den, der har den, kan se, hvad du skal.
meetings-feed-how = Sådan gør du
meetings-feed-step-1 = Lav en adresse herunder, og kopiér den.
meetings-feed-step-2 = Åbn din kalender, og vælg »Tilføj kalender fra internettet« eller »Abonnér«.
meetings-feed-step-3 = Sæt adressen ind. Kalenderen henter selv nyt.
meetings-feed-since = Du har en adresse. Den er lavet: { $date }
meetings-feed-make = Lav en adresse
meetings-feed-renew = Lav en ny adresse. Den gamle holder op
meetings-feed-stop = Luk adressen

# På forløbets side
meetings-todo-reply = Kommer du til { $title }?
meetings-todo-agenda = Skriv dagsordenen til { $title }
meetings-todo-agenda-button = Skriv dagsorden
meetings-todo-call = Indkald holdet til { $title }
meetings-todo-call-button = Se mødet

# Det blev gjort
done-meetings-planned = Mødet er planlagt. Skriv nu dagsordenen, og indkald holdet.
done-meetings-planned-many = Møderne er planlagt.
done-meetings-changed = Mødet er ændret.
done-meetings-cancelled = Mødet er aflyst. Alle, der skulle komme, får besked.
done-meetings-called = Indkaldelsen er sendt.
done-meetings-called-nobody = Alle på holdet er indkaldt i forvejen.
done-meetings-coming = Tak. Du er skrevet på.
done-meetings-waiting = Alle pladser er taget. Du er på venteliste og får besked, når der bliver en plads.
done-meetings-declined = Tak for svaret.
done-meetings-attended = Det er gemt, hvem der kom.
done-meetings-entered = Vedkommende er skrevet på.
done-meetings-entered-waiting = Alle pladser er taget. Vedkommende er på venteliste.
done-meetings-struck = Vedkommende er strøget.
done-meetings-item-added = Punktet er på dagsordenen.
done-meetings-item-changed = Punktet er rettet.
done-meetings-item-removed = Punktet er fjernet.
done-meetings-recused = Det er skrevet op.
done-meetings-unrecused = Det er fortrudt.
done-meetings-minutes-saved = Referatet er gemt.
done-meetings-minutes-merged = Referatet er gemt. Andre har skrevet imens. Her er det hele.
done-meetings-minutes-sent = Referatet er sendt til godkendelse.
done-meetings-minutes-taken-back = Referatet er et udkast igen.
done-meetings-minutes-approved = Referatet er godkendt.
done-meetings-objected = Indsigelsen er sendt. Referatet bliver ikke godkendt af sig selv.
done-meetings-corrected = Rettelsen er tilføjet.
done-meetings-decided = Beslutningen er gemt.
done-meetings-undecided = Beslutningen er fjernet.
done-meetings-feed-stopped = Adressen virker ikke mere.

# Aktivitet
verb-meetings-plan = { $who } planlagde { $title }
verb-meetings-change = { $who } ændrede { $title }
verb-meetings-cancel = { $who } aflyste { $title }: { $reason }
verb-meetings-call = { $who } indkaldte til { $title }
verb-meetings-agenda = { $who } skrev på dagsordenen til et møde
verb-meetings-recuse = { $who } noterede inhabilitet på et punkt
verb-meetings-promise = { $who } bekræftede sin tavshedspligt
verb-meetings-decide = { $who } noterede en beslutning
verb-meetings-send = { $who } sendte referatet fra { $title } til godkendelse
verb-meetings-take-back = { $who } tog referatet fra { $title } tilbage
verb-meetings-object = { $who } gjorde indsigelse mod referatet fra { $title }
verb-meetings-approve = { $who } godkendte referatet fra { $title }
verb-meetings-lapse = Referatet fra { $title } er godkendt. Ingen gjorde indsigelse inden fristen
verb-meetings-correct = { $who } skrev en rettelse til referatet fra { $title }

# Mails
mail-meeting-invitation-subject = { $space }: Du er indkaldt til { $title }
mail-meeting-invitation-body = Du er indkaldt til { $title }.

    Tid: { $when }
    Sted: { $where }

    Se dagsordenen, og sig, om du kommer. Mødet ligger i mailen, så du kan lægge det i din kalender.
mail-meeting-invitation-action = Se mødet, og svar
mail-meeting-changed-subject = { $space }: { $title } er ændret
mail-meeting-changed-body = { $title } er ændret. Sådan er det nu:

    Tid: { $when }
    Sted: { $where }

    Har du lagt mødet i din kalender, flytter det sig også der.
mail-meeting-changed-action = Se mødet
mail-meeting-cancelled-subject = { $space }: { $title } er aflyst
mail-meeting-cancelled-body = { $title } { $when } er aflyst.

    { $reason }
mail-meeting-cancelled-action = Se mødet
mail-meeting-left-subject = { $space }: { $title } er ikke længere i din kalender
mail-meeting-left-body = Du er ikke længere med i { $space }. Derfor er du taget af listen til { $title } { $when }. Mødet går ud af din kalender.
mail-meeting-left-action = Se din side
mail-meeting-declined-subject = { $space }: Du kommer ikke til { $title }
mail-meeting-declined-body = Du har meldt fra til { $title } { $when }. Mødet går ud af din kalender. Kan du alligevel, så sig det på mødets side.
mail-meeting-declined-action = Se mødet
mail-meeting-registered-subject = { $space }: Du er tilmeldt { $title }
mail-meeting-registered-body = Vi har skrevet dig på.

    Tid: { $when }
    Sted: { $where }

    Kan du alligevel ikke, så sig det på mødets side. Så får en anden pladsen.
mail-meeting-registered-action = Se mødet
mail-meeting-seat-subject = { $space }: Der er en plads til dig på { $title }
mail-meeting-seat-body = Der blev en plads, og den er din.

    Tid: { $when }
    Sted: { $where }

    Kan du alligevel ikke, så sig det på mødets side. Så går pladsen til den næste.
mail-meeting-seat-action = Se mødet
mail-meeting-minutes-subject = { $space }: Referatet fra { $title } er klar
mail-meeting-minutes-body = Læs referatet. Er der noget forkert, kan du gøre indsigelse til og med { $date }. Gør ingen det, er referatet godkendt.
mail-meeting-minutes-action = Læs referatet

# Det, der er gemt om mennesker
personal-meeting = Møder, du har planlagt
personal-minutes-note = Indsigelser og rettelser, du har skrevet
personal-recusal = Punkter, du ikke deltog i på grund af inhabilitet
personal-confidentiality = Din bekræftelse af tavshedspligt
personal-meeting-invited = Møder, du er indkaldt til
personal-meeting-registration = Dine svar på møder
personal-meeting-entered = Folk, du har skrevet på et møde
personal-meeting-need = Det, du har brug for til et møde
personal-decision = Beslutninger, du har noteret
personal-calendar-feed = Adressen på din kalender
field-attended = Var der
field-noted-at = Noteret
search-kind-meeting = Møde
search-kind-decision = Beslutning

# Til den, der fik hjælp: hvad der blev gjort.
act-meetings-attend = Krydsede af, hvem der kom
act-meetings-enter = Skrev nogen på til et møde
act-meetings-feed = Lavede en adresse til en kalender
act-meetings-order = Flyttede et punkt på dagsordenen
act-meetings-reply = Svarede på en indkaldelse til et møde
act-meetings-write = Skrev i et referat
mandate-meetings = Mødeplan
mandate-meetings-line = { $n ->
    [one] 1 møde
   *[other] { $n } møder
 }
meetings-plan-team = { $n ->
    [one] 1 møde
   *[other] { $n } møder
 }
meetings-plan-open = { $n ->
    [one] 1 møde for alle
   *[other] { $n } møder for alle
 }

glance-meeting = Næste møde
glance-meeting-defined = Dagen for det næste møde, der ikke er aflyst. En streg betyder, at der ikke er planlagt noget møde.
