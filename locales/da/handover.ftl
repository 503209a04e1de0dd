handover-tab = Opgaver
handover-title = Hvem har opgaverne?
handover-lead = Her står alt det, medarbejderne gjorde. Det, ingen har endnu, står øverst. Vil du have en opgave, så tryk på »Det vil jeg gerne«.
handover-empty-title = Der er ingen opgaver på tavlen endnu
handover-empty = Skriv alt det op, medarbejderne gør. Så kan alle se, hvad der skal have en ny ejer.
handover-write = Tilføj en opgave
handover-change = Ret opgaven
handover-import = Tilføj mange på én gang
handover-list = Liste til papir (PDF)
handover-list-title = Opgaverne i huset
handover-all = Se alle opgaver
handover-to-board = Se alle opgaver
handover-people-title = Hvem har hvad?
handover-people-lead = Hver opgave står hos den, der gør den i dag. En opgave på prøve står hos den, der prøver den.
handover-figures = Tal uge for uge
handover-areas = Vælg område
handover-all-areas = Alle områder
handover-nobody = Ingen
handover-nobody-yet = Dem har ingen endnu
handover-late = Over tiden
handover-open-count = { $n ->
    [one] 1 opgave søger en ejer.
   *[other] { $n } opgaver søger en ejer.
}
handover-fact = { $part } af { $all } opgaver er hos borgerne
handover-full-title = Tavlen er fuld
handover-full = Der er plads til 500 opgaver. Læg nogle sammen, eller tilføj færre.
handover-not-open-title = Opgaven er ikke ledig
handover-not-open = En anden har fået opgaven, eller den er stoppet. Se, hvor den er nu.
handover-wanted-already-title = Det har du allerede sagt
handover-wanted-already = De andre kan se, at du gerne vil have opgaven.
handover-not-wanted-title = Du stod ikke på opgaven
handover-not-wanted = Der var ikke noget at fortryde.
handover-cannot-go-title = Opgaven er et andet sted nu
handover-cannot-go = En anden har flyttet den. Se, hvor den er nu.

# Hvor en opgave er
handover-state-unowned = Ingen har den
handover-state-unowned-text = De her opgaver har ingen sagt ja til endnu.
handover-state-back = Taget tilbage
handover-state-back-text = De blev prøvet, og nu søger de en ny ejer.
handover-state-wanted = Nogen vil gerne
handover-state-wanted-text = En eller flere har sagt, at de gerne vil. Nu skal I aftale det.
handover-state-agreed = Aftalt
handover-state-agreed-text = Det er aftalt, hvem der overtager dem.
handover-state-trial = På prøve
handover-state-trial-text = En borger gør dem nu og finder ud af, om det går.
handover-state-handed = Overdraget
handover-state-handed-text = De er hos borgerne nu.
handover-state-kept = Bliver hos kommunen
handover-state-kept-text = En medarbejder bliver ved med dem.
handover-state-ended = Stoppet
handover-state-ended-text = Huset gør dem ikke mere.

handover-per-day = { $n ->
    [one] Hver dag
   *[other] { $n } gange om dagen
}
handover-per-weekday = { $n ->
    [one] Hver hverdag
   *[other] { $n } gange hver hverdag
}
handover-per-week = { $n ->
    [one] Én gang om ugen
   *[other] { $n } gange om ugen
}
handover-per-month = { $n ->
    [one] Én gang om måneden
   *[other] { $n } gange om måneden
}
handover-per-year = { $n ->
    [one] Én gang om året
   *[other] { $n } gange om året
}
handover-period-day = om dagen, alle ugens dage
handover-period-weekday = om dagen, kun hverdage
handover-period-week = om ugen
handover-period-month = om måneden
handover-period-year = om året
handover-minutes = { $n ->
    [one] 1 minut
   *[other] { $n } minutter
}
handover-hours = { $n ->
    [one] 1 time
   *[other] { $n } timer
}
handover-both = { $hours } og { $minutes }
handover-hours-under = under 0,1
handover-hours-a-week = { $hours } timer om ugen

# Andelen
handover-share-title = Hvor meget har borgerne?
handover-share-tasks = Borgerne har { $part } af { $all } opgaver ({ $percent }).
handover-share-hours = Det er { $part } af { $all } timer om ugen ({ $percent }).
handover-part-of = { $part } af { $all } ({ $percent })
handover-definition = Sådan er det talt
handover-definition-hours = Timer om ugen er antal gange gange minutter, regnet om til en uge. Et år er 52 uger. En opgave hver dag tæller syv gange om ugen, og en opgave hver hverdag tæller fem.
handover-definition-share = En opgave tæller hos borgerne, når den er på prøve eller overdraget. Opgaver, der er stoppet, tæller ikke med. Opgaver, som kommunen beholder, tæller med i det hele.
handover-share-chart = Borgernes andel af timerne, uge for uge. Linjen øverst er alle timer.
handover-week = Uge { $week }, { $year }
handover-week-head = Uge
handover-tasks-head = Opgaver hos borgerne
handover-hours-head = Timer om ugen hos borgerne

# Hvor meget der sker
handover-level = Hvor meget sker der i huset?
handover-level-was = Sådan var det
handover-level-is = Sådan er det ({ $week })
handover-level-promised = Det er lovet
handover-level-line = { $visits } besøg og { $activities } aktiviteter om ugen
handover-level-no-aim = Ingen har skrevet endnu, hvordan det var, og hvad der er lovet.
handover-level-none = Ingen har talt en uge endnu.
handover-level-chart = Besøg uge for uge. Den brede linje er det, der er lovet, og den smalle er, som det var.
handover-level-defined = Et besøg er en person på en dag. Kommer den samme tre dage, er det tre besøg. En aktivitet er noget, der blev holdt i huset, også når få kom. Tallene er skrevet ind af huset selv.
handover-visits = Besøg
handover-visits-hint = En person på en dag er ét besøg.
handover-activities = Aktiviteter
handover-activities-hint = Dem, der blev holdt.
handover-week-enter = Skriv ugens tal
handover-week-day = Hvilken uge?
handover-week-day-hint = Vælg en dag i ugen.
handover-week-ahead = { $date } er ikke kommet endnu. Vælg en uge, der er begyndt.
handover-week-counted = Tallene er talt på trykskærmen og i programmet. Ret dem, hvis de ikke passer, og gem.
handover-week-save = Gem ugens tal
handover-aim-enter = Skriv, hvordan det var, og hvad der er lovet
handover-was-visits = Besøg om ugen før
handover-was-activities = Aktiviteter om ugen før
handover-was-when = Hvornår var det?
handover-was-when-hint = For eksempel: Foråret 2026, da der var ni ansatte
handover-promised-visits = Besøg om ugen, der er lovet
handover-promised-activities = Aktiviteter om ugen, der er lovet
handover-promised-text = Hvad gælder løftet?
handover-promised-text-hint = For eksempel: Fra januar, og med tre ansatte
done-handover-week-saved = Ugens tal er gemt.
done-handover-aim-saved = Det er gemt.

# Når man skriver en opgave
handover-task = Opgave
handover-task-hint = Sig det kort. For eksempel: Lukke huset om aftenen
handover-area = Område
handover-area-hint = For eksempel: Køkken, Huset eller Aktiviteter
handover-times = Hvor mange gange?
handover-period = Hvor tit?
handover-length = Minutter hver gang
handover-length-hint = 90 er halvanden time.
handover-how-often = Hvor tit
handover-weekly = Timer om ugen
handover-needs = Hvad kræver den?
handover-needs-key = Nøgle
handover-needs-skill = Oplæring
handover-needs-certificate = Bevis eller attest
handover-needs-text = Andet, den kræver
handover-needs-hint = For eksempel: Kode til alarmen
handover-needs-line = kræver { $needs }
handover-holder = Hvem har den i dag?
handover-holder-short = I dag:
handover-had = Hvem havde den før?
handover-taker = Hvem overtager?
handover-taker-short = Overtager:
handover-taker-hint = De, der gerne vil, står først. Er det en gruppe, så vælg den, der svarer for den.
handover-choose = Vælg en person
handover-group = Gruppens navn
handover-group-hint = Kun når en gruppe overtager. For eksempel: Husholdet
handover-group-with = { $group } ({ $name })
handover-who-missing = Vælg en person, eller skriv gruppens navn.
handover-by = Senest
handover-by-hint = Den dag, en anden skal have overtaget.
handover-by-date = senest { $date }
handover-date-in-past = { $date } er gået. Vælg en dag, der ikke er gået endnu.
handover-guide = Sådan gør man
handover-guide-hint = Skriv det kort, trin for trin. Skriv ikke koder her.
handover-contact = Hvem kan man spørge?
handover-contact-hint = Skriv et navn. Alle kan se det.
handover-trial = Prøvetid
handover-trial-from = Prøvetiden begynder
handover-trial-to = Prøvetiden slutter
handover-trial-order = Prøvetiden kan ikke slutte, før den begynder.
handover-trial-span = { $from } til { $to }
handover-trial-begins = fra { $from }
handover-given = Det følger med
handover-given-none = Der er ikke skrevet endnu, hvordan man gør.
handover-save = Gem
done-handover-written = Opgaven er på tavlen.
done-handover-changed = Opgaven er rettet.

# Mange på én gang
handover-import-lead = Skriv eller indsæt én opgave på hver linje. Du ser dem, før de bliver gemt.
handover-lines = Opgaverne
handover-lines-hint = Højst 200 linjer. Du kan kopiere dem fra et regneark.
handover-import-how = Sådan skriver du en linje
handover-import-order = Sæt semikolon imellem: opgave; område; hvor tit; hvor længe; hvem har den i dag; hvad kræver den. De sidste to kan du lade stå tomme.
handover-import-example = Lukke huset; Huset; hver dag; 20 min; ; nøgle
    Bestille kaffe; Køkken; hver anden uge; 30 min
    Lave månedens program; Aktiviteter; en gang om måneden; 3 timer
handover-import-look = Se opgaverne
handover-import-look-again = Se dem igen
handover-import-save = { $n ->
    [one] Gem opgaven
   *[other] Gem { $n } opgaver
}
handover-import-good = { $n ->
    [one] Én opgave er klar. Den tager { $hours } timer om ugen. Se den efter, og gem.
   *[other] { $n } opgaver er klar. De tager { $hours } timer om ugen. Se dem efter, og gem.
}
handover-import-bad = { $n ->
    [one] Én af { $all } linjer skal rettes. Ret den i feltet herunder.
   *[other] { $n } af { $all } linjer skal rettes. Ret dem i feltet herunder.
}
handover-import-mend = Ret
handover-import-line = Linje
handover-import-read = Læst som
handover-bad-title = Linjen har ingen opgave. Skriv opgaven først på linjen.
handover-bad-long = Teksten er for lang. Opgaven må fylde 120 tegn, området 60 og det sidste felt 300.
handover-bad-cells = Linjen har { $text } felter. Der må højst være seks.
handover-bad-often = »{ $text }« siger ikke, hvor tit. Skriv for eksempel »2 gange om ugen«.
handover-bad-length = »{ $text }« siger ikke, hvor længe. Skriv for eksempel »45 min« eller »2 timer«.
handover-bad-holder = Vi finder ikke »{ $text }« på holdet. Skriv hele navnet, eller lad feltet stå tomt.
handover-bad-twice = »{ $text }« står der allerede. Slet linjen, eller kald opgaven noget andet.
handover-bad-many = Det er mere end { $n } linjer. Del dem i to.
done-handover-imported = Opgaverne er på tavlen.

# Én opgave
handover-facts = Om opgaven
handover-history = Det er der sket
handover-laid-out = Kom på tavlen
handover-want-title = Hvem vil gerne?
handover-want-none = Ingen har meldt sig endnu.
handover-want = Det vil jeg gerne
handover-unwant = Jeg vil ikke alligevel
handover-sign-in = Log ind, hvis du vil
handover-wishes = De vil gerne: { $names }
handover-agree = Aftal, hvem der overtager
handover-agree-title = Aftal, hvem der overtager
handover-agree-lead = De, det handler om, får besked.
handover-agree-save = Gem aftalen
handover-commitment-link = Se aftalen
handover-next = Næste skridt
handover-others = Noget andet er sket
handover-to = Hvad er der sket?
handover-to-unowned = Opgaven er ledig igen
handover-to-trial = Prøvetiden er begyndt
handover-to-trial-text = Tryk, når den nye gør opgaven første gang.
handover-to-handed = Opgaven er overdraget
handover-to-handed-text = Tryk, når det går godt, og I er enige.
handover-to-back = Den er taget tilbage
handover-to-kept = Kommunen beholder den
handover-to-ended = Opgaven er stoppet
handover-note = Fortæl hvorfor
handover-note-hint = Alle kan læse det. Skriv ikke om sygdom eller andet privat.
handover-move = Gem
done-handover-wanted = Tak. De andre kan se, at du gerne vil. Du får besked, når det er aftalt.
done-handover-unwanted = Det er fortrudt.
done-handover-agreed = Det er aftalt. De, det handler om, har fået besked.
done-handover-moved = Det er gemt.

# Aftalen, der kommer af det
handover-commitment = Overtager: { $title }
handover-commitment-trial = Prøvetiden er begyndt.
handover-commitment-handed = Opgaven er overdraget.
handover-commitment-over = Det blev ikke til noget denne gang.

# Andre sider
handover-todo-begin = Skriv op, hvad medarbejderne gør
handover-todo-begin-detail = Så kan alle se, hvad der skal have en ny ejer.
handover-todo-begin-button = Begynd
handover-todo-open = { $n ->
    [one] 1 opgave søger en ejer
   *[other] { $n } opgaver søger en ejer
}
handover-todo-open-detail = Find en, du vil have. Du kan prøve den først.
handover-todo-open-button = Se opgaverne
handover-mine-by = senest { $date }
handover-mine-asked = Nogen vil gerne overtage: { $title }
handover-mine-look = Se hvem
handover-mine-wanted = Du vil gerne have: { $title }
handover-need = { $n ->
    [one] 1 opgave søger en ejer
   *[other] { $n } opgaver søger en ejer
}
handover-need-detail = Borgerne overtager huset, opgave for opgave. Du kan prøve først.
handover-need-foot = Både store og små
glance-handover = Opgaver hos borgerne
glance-handover-defined = Så mange af husets opgaver er på prøve eller overdraget til borgere. Opgaver, der er stoppet, tæller ikke med.
glance-handover-text = { $part } af { $all }
record-handover = Opgaverne og hvem der fik dem
search-kind-task = Opgave

# Mails
mail-handover-wanted-subject = { $who } vil gerne overtage »{ $title }«
mail-handover-wanted-body = { $who } har sagt i »{ $space }«, at de gerne vil overtage opgaven »{ $title }«. Tal sammen, og aftal det på siden.
mail-handover-wanted-action = Se opgaven
mail-handover-agreed-subject = { $who } overtager »{ $title }«
mail-handover-agreed-body = Det er aftalt i »{ $space }«, at { $who } overtager opgaven »{ $title }«. På siden står det, hvordan man gør, og hvem man kan spørge.
mail-handover-agreed-action = Se opgaven
mail-handover-other-subject = »{ $title }« har fået en ejer
mail-handover-other-body = Tak, fordi du gerne ville. Det blev { $who }, der overtager opgaven »{ $title }« i »{ $space }«. Der er andre opgaver på tavlen.
mail-handover-other-action = Se opgaven
mail-handover-trial-subject = Prøvetiden er begyndt: »{ $title }«
mail-handover-trial-body = Prøvetiden for opgaven »{ $title }« i »{ $space }« er begyndt. { $note }
mail-handover-trial-action = Se opgaven
mail-handover-handed-subject = »{ $title }« er overdraget
mail-handover-handed-body = Opgaven »{ $title }« i »{ $space }« er overdraget nu. { $note }
mail-handover-handed-action = Se opgaven
mail-handover-back-subject = »{ $title }« er taget tilbage
mail-handover-back-body = Opgaven »{ $title }« i »{ $space }« er taget tilbage. Her er hvorfor: { $note }
mail-handover-back-action = Se opgaven
mail-handover-kept-subject = Kommunen beholder »{ $title }«
mail-handover-kept-body = En medarbejder bliver ved med opgaven »{ $title }« i »{ $space }«. { $note }
mail-handover-kept-action = Se opgaven
mail-handover-ended-subject = »{ $title }« er stoppet
mail-handover-ended-body = Huset gør ikke opgaven »{ $title }« mere. Her er hvorfor: { $note }
mail-handover-ended-action = Se opgaven
mail-handover-open-subject = »{ $title }« er ledig igen
mail-handover-open-body = Opgaven »{ $title }« i »{ $space }« søger en ejer igen. { $note }
mail-handover-open-action = Se opgaven

verb-handover-write = { $who } satte en opgave på tavlen: { $title }
verb-handover-change = { $who } rettede opgaven { $title }
verb-handover-import = { $who } satte { $n } opgaver på tavlen
verb-handover-want = { $who } vil gerne overtage { $title }
verb-handover-unwant = { $who } vil ikke overtage { $title } alligevel
verb-handover-agree = { $who } skrev ned, hvem der overtager { $title }
verb-handover-move = { $to ->
    [trial] { $who } skrev, at prøvetiden er begyndt: { $title }
    [handed] { $who } skrev, at opgaven er overdraget: { $title }
    [back] { $who } skrev, at opgaven er taget tilbage: { $title }
    [kept] { $who } skrev, at kommunen beholder { $title }
    [ended] { $who } skrev, at huset stopper med { $title }
   *[unowned] { $who } skrev, at opgaven er ledig igen: { $title }
}
verb-handover-week = { $who } skrev en uges tal: { $visits } besøg og { $activities } aktiviteter
verb-handover-aim = { $who } skrev, hvad der er lovet: { $visits } besøg og { $activities } aktiviteter om ugen
contribution-kind-task = En opgave i huset
stored-task-held = Opgaver, du har i dag
stored-task-taken = Opgaver, du overtager
stored-task-written = Opgaver, du har sat på tavlen
stored-task-wish = Opgaver, du gerne vil overtage
stored-task-move = Når du har flyttet en opgave på tavlen
stored-house-week = En uges tal, du har skrevet
stored-house-aim = Løfter om huset, du har skrevet
field-by-on = Senest
field-visits = Besøg
field-was-when = Hvornår det var
handover-each-time = Hver gang
handover-list-today = I dag
handover-list-taker = Overtager
handover-more = Mere om opgaverne
handover-shelves = Vis
handover-shelf-all = Alle { $n }
handover-shelf-ledige = Ingen har dem { $n }
handover-shelf-paa-vej = Aftalt og på prøve { $n }
handover-shelf-overdraget = Overdraget { $n }
handover-shelf-resten = Bliver eller stoppet { $n }
handover-none-here = Her er der ingen opgaver
