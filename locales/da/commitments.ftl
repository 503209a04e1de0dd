commitments-tab = Aftaler
commitments-title = Aftaler
commitments-lead = Her står, hvem der gør hvad hvornår, og hvem i kommunen der hjælper.
commitments-all = Se alle aftaler
commitments-empty-title = Der er ingen aftaler endnu
commitments-empty = En aftale siger, hvem der gør hvad hvornår, og hvem i kommunen der hjælper. Den kan komme af en anbefaling, af en god idé eller bare af, at nogen har lyst. Så kan alle følge med i, hvad det bliver til.
commitments-because = Som følge af:
commitments-source-untitled = noget, der er sket i forløbet
commitments-facts = Aftalen
commitments-make = Lav en aftale
commitments-make-lead = En god aftale er så lille, at man kan se, hvornår den er færdig.
commitments-save = Lav aftalen
commitments-what = Hvad skal gøres?
commitments-what-hint = Begynd med det, der bliver anderledes. For eksempel: Hallen er åben for unge fredag aften
commitments-doer-hint = Den, der har sagt ja til at gøre det. Vedkommende får en mail og fortæller selv, hvordan det går.
commitments-doer-other = Er det en, der ikke er på listen?
commitments-counterpart = Kommunens kontakt
commitments-counterpart-hint = Den i kommunen, der hjælper, når noget driller. Vedkommende får også en mail.
commitments-counterpart-other = Er kontakten ikke på listen?
commitments-choose = Vælg
commitments-other = En anden
commitments-doer-name = Navn på den, der gør det
commitments-doer-email = Mailadresse på den, der gør det
commitments-counterpart-name = Kontaktens navn
commitments-counterpart-email = Kontaktens mailadresse
commitments-organisation = Forening eller sted
commitments-organisation-hint = Hvis det bliver gjort på vegne af nogen.
commitments-organisation-none = Ingen
commitments-due-on = Hvornår er det gjort?
commitments-due-on-hint = En dag, I tror på. Bliver det senere, kan alle se det, og så fortæller I hvorfor.
commitments-date-in-past = { $date } er gået. Vælg i dag eller en dag, der kommer.
commitments-resources = Hvad skal der til?
commitments-resources-lead = Alt, hvad der bliver lovet, tæller med. Et godt gæt er nok.
commitments-hours = Timer
commitments-hours-hint = Alles timer, både frivilliges og kommunens. Skriv et helt tal.
commitments-money = Penge
commitments-money-hint = Beløb i kroner.
commitments-rooms = Lokaler
commitments-rooms-hint = For eksempel: Hallen, fredag kl. 18–22
commitments-staff = Medarbejdere
commitments-staff-hint = For eksempel: Inspektøren to timer om ugen
commitments-totals = Lovet og brugt
commitments-used-of = { $used } brugt af { $all } lovet
commitments-totals-explained = Lovet er det, der står i de aftaler, der ikke er opgivet. Brugt er det, der er fortalt, efterhånden som arbejdet er gjort.
commitments-tell = Hvordan går det?
commitments-tell-lead = Skriv kort, hvad der er sket. Alle, der har været med, får besked.
commitments-tell-button = Fortæl nyt
commitments-tell-send = Fortæl det
commitments-status = Hvor langt er det?
commitments-text = Hvad er der sket?
commitments-text-hint = Et par sætninger er nok. Skriv det også, når noget ikke gik som ventet.
commitments-waiting-for = Hvad venter det på?
commitments-waiting-for-hint = Kun hvis du valgte »Venter«. For eksempel: nøglen til hallen
commitments-hours-used = Timer brugt
commitments-hours-used-hint = Siden sidst. Et helt tal.
commitments-money-used = Penge brugt
commitments-money-used-hint = Siden sidst, i kroner.
commitments-hours-told = { $n ->
    [one] { $n } time
   *[other] { $n } timer
}
commitments-progress = Sådan er det gået
commitments-progress-none = Der er ikke fortalt noget endnu.
commitments-count-agreed = { $n } aftalt
commitments-count-under-way = { $n } i gang
commitments-count-done = { $n ->
    [one] { $n } færdig
   *[other] { $n } færdige
}
commitments-count-late = { $n } over tiden
commitments-count-given-up = { $n ->
    [one] { $n } opgivet
   *[other] { $n } opgivne
}
commitments-fact-none = Ingen endnu
commitments-fact-over = { $done } af { $all } aftaler blev gjort
commitments-todo-tell = Fortæl, hvordan det går med »{ $what }«
commitments-due = Skal være gjort senest { $date }.
commitments-was-due = { $n ->
    [one] Skulle have været gjort { $date }. Det er { $n } dag over tiden.
   *[other] Skulle have været gjort { $date }. Det er { $n } dage over tiden.
}
commitments-todo-make-detail = Hvem gør hvad hvornår, og hvem i kommunen hjælper?
commitments-todo-make-button = Lav en aftale
commitments-mine-helping = du hjælper { $name }
commitments-mine-due = senest { $date }
done-commitments-made = Aftalen er lavet. De, der står i den, får besked.
done-commitments-told = Tak, fordi du fortæller det. Alle, der har været med, får besked.
verb-commitment-make = { $who } lavede en aftale: { $title }
verb-commitment-report = { $who } fortalte nyt om { $title }: { $status }
mail-commitment-soon-subject = { $space }: »{ $what }« skal være færdigt { $date }
mail-commitment-soon-body = Du har lovet: { $what }. Det skal være færdigt { $date }. Fortæl gerne, hvordan det går. { $counterpart } kan hjælpe.
mail-commitment-soon-action = Fortæl, hvordan det går
mail-commitment-late-subject = { $space }: »{ $what }« skulle være færdigt { $date }
mail-commitment-late-body = Du har lovet: { $what }. Det skulle være færdigt { $date }. Fortæl, hvordan det går: om det er færdigt, om det venter på noget, eller om det må opgives.
mail-commitment-late-action = Fortæl, hvordan det går
mail-commitment-late-counterpart-subject = { $space }: »{ $what }« er ikke færdigt endnu
mail-commitment-late-counterpart-body = { $doer } har lovet: { $what }. Det skulle være færdigt { $date }. Du er kontakt i kommunen. Spørg, om der er brug for hjælp.
mail-commitment-late-counterpart-action = Se aftalen
mail-commitment-doer-subject = { $space }: du står for »{ $what }«
mail-commitment-doer-body = Der er lavet en aftale med dig i »{ $space }«:

    { $what }
    Senest { $date }

    { $counterpart } er din kontakt i kommunen og hjælper, når noget driller. På siden kan du fortælle, hvordan det går. Passer aftalen ikke, så skriv det dér, eller sig det til din kontakt.
mail-commitment-doer-action = Se aftalen
mail-commitment-counterpart-subject = { $space }: du er kontakt for »{ $what }«
mail-commitment-counterpart-body = Der er lavet en aftale i »{ $space }«:

    { $what }
    Senest { $date }

    { $doer } gør det, og du er kontakten i kommunen. Det betyder, at du hjælper, når noget står i vejen. Ring gerne først.
mail-commitment-counterpart-action = Se aftalen
mail-progress-subject = { $space }: nyt om »{ $what }«
mail-progress-body = { $who } fortæller om »{ $what }«:

    { $text }

    Du får det at vide, fordi du har været med i »{ $space }«.
mail-progress-action = Se, hvordan det går
mail-done-subject = { $space }: »{ $what }« er gjort
mail-done-body = Det blev til noget. { $who } fortæller, at »{ $what }« er færdig:

    { $text }

    Tak for det, du gav til »{ $space }«.
mail-done-action = Se, hvad det blev til

glance-commitments = Aftaler
glance-commitments-defined = Aftaler, hvis dato er passeret, uden at de er færdige eller opgivet. Er ingen forsinket, står der, hvor mange der er afsluttet.
glance-commitments-late = { $late ->
    [one] 1 er forsinket
   *[other] { $late } er forsinket
}
glance-commitments-over = { $over } af { $all } afsluttet

commitments-unfinished = { $n ->
    [one] 1 aftale er ikke afsluttet
   *[other] { $n } aftaler er ikke afsluttet
 }

commitments-milestones = Delmål
commitments-milestones-none = Et delmål er et skridt på vejen med en dato. Så kan alle se, at det går fremad.
commitments-milestones-of = { $reached } af { $all } delmål nået
commitments-milestones-most = { $n } delmål er nok til én aftale. Fjern et, eller del aftalen i to.
commitments-milestone = Hvad er det næste skridt?
commitments-milestone-hint = For eksempel: Nøglen er aftalt med inspektøren
commitments-milestone-due = Hvornår?
commitments-milestone-add = Skriv et delmål
commitments-milestone-save = Gem delmålet
commitments-milestone-by = Senest { $date }
commitments-milestone-late = Over tiden
commitments-milestone-reached = Det er nået
commitments-milestone-reached-on = Nået { $date }
commitments-milestone-not-yet = Ikke nået alligevel
commitments-milestone-remove = Fjern
commitments-mine-milestone = næste delmål: { $what }, { $date }
done-milestone-planned = Delmålet er gemt.
done-milestone-reached = Flot. Delmålet er nået.
done-milestone-not-yet = Delmålet er ikke nået endnu.
done-milestone-removed = Delmålet er fjernet.
verb-commitment-plan = { $step ->
    [planned] { $who } skrev et delmål for { $title }: { $milestone }
    [reached] { $who } nåede et delmål for { $title }: { $milestone }
    [not-yet] { $who } satte et delmål for { $title } tilbage: { $milestone }
   *[removed] { $who } fjernede et delmål for { $title }: { $milestone }
}
