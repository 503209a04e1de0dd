# Programmet: lokaler, åbningstid, aktiviteter, tilmelding.

programme-tab = Program
programme-title = Program
programme-whole = Hele programmet
programme-this-week = Denne uge
programme-this-week-n = Denne uge · uge { $week }
programme-week-from = Uge { $week } fra { $date }
programme-to-today = Gå til i dag
programme-week-before = Ugen før
programme-week-after = Ugen efter
programme-weeks = Vælg uge
programme-today = I dag
programme-tomorrow = I morgen
programme-today-tomorrow = I dag og i morgen
programme-whole-week = Se hele ugen
programme-nothing = Der er ikke noget på programmet.
programme-house-closed = Huset er lukket.
programme-open = Åbent { $from }–{ $to }
programme-more = Mere om huset
programme-empty = Programmet er tomt endnu
programme-empty-detail = Her kommer alt, hvad der sker i huset, dag for dag.
programme-calendar = Hele programmet til din kalender
programme-calendar-own = Det, du er tilmeldt, i din kalender
programme-to-calendar = Læg aktiviteten i din kalender
programme-todo = Læg den første aktivitet på programmet
programme-todo-detail = Det tager et par minutter. Begynd gerne med lokalerne.
programme-todo-button = Planlæg

# Dage og tider
programme-day-1 = mandag
programme-day-2 = tirsdag
programme-day-3 = onsdag
programme-day-4 = torsdag
programme-day-5 = fredag
programme-day-6 = lørdag
programme-day-7 = søndag
programme-on-day = { $weekday } den { $date }
programme-when = { $day } kl. { $times }
programme-and = { $most } og { $last }
programme-until = til og med { $date }
programme-every-day = hver dag
programme-every-days = hver { $n }. dag
programme-every-week = hver { $days }
programme-every-other-week = hver anden { $days }
programme-every-weeks = hver { $n }. uge: { $days }
programme-every-month-date = den { $n }. i hver måned
programme-every-month-last = den sidste { $day } i måneden
programme-every-month-nth = den { $nth }. { $day } i måneden
programme-every-year = hvert år fra { $date }
holiday-new-year = Nytårsdag
holiday-maundy-thursday = Skærtorsdag
holiday-good-friday = Langfredag
holiday-easter = Påskedag
holiday-easter-monday = 2. påskedag
holiday-great-prayer-day = Store bededag
holiday-ascension = Kristi himmelfartsdag
holiday-whitsun = Pinsedag
holiday-whit-monday = 2. pinsedag
holiday-christmas = Juledag
holiday-second-christmas = 2. juledag

# Hvordan det står
programme-cancelled = Aflyst
programme-closed = Lukket
programme-moved = Flyttet
programme-full = Fuldt
programme-left = { $n ->
    [one] 1 plads tilbage
   *[other] { $n } pladser tilbage
}
programme-sign-up-needed = Tilmelding
programme-come = { $n ->
    [0] Ingen er tilmeldt endnu
    [one] 1 er tilmeldt
   *[other] { $n } er tilmeldt
}
programme-come-of = { $n } af { $most } pladser er taget
programme-waiting-n = { $n } på venteliste
programme-you-in = Du er tilmeldt
programme-you-waiting = Du er på venteliste
programme-you-come = Tilmeldt
programme-you-wait = På venteliste
programme-you-carry = Du står for det

# En aktivitet
programme-coming = Kommende gange
programme-none-coming = Der er ikke flere gange på programmet.
programme-more-times = Der kommer flere. Se dem på programmet uge for uge.
programme-about = Om aktiviteten
programme-carrier = Hvem står for det?
programme-carrier-hint = Skriv ét navn. En, der er på holdet, får besked, når noget bliver ændret.
programme-group = Aktivitetsgruppe
programme-no-group = Ingen gruppe
programme-signup = Tilmelding
programme-signup-series = Meld dig til
programme-signup-free-long = Man kommer bare. Ingen tilmelding.
programme-signup-each-long = Man melder sig til fra gang til gang.
programme-signup-series-long = Man melder sig til hele forløbet på én gang.
programme-sign-up = Meld mig til
programme-sign-off = Meld mig fra
programme-sign-in = Log ind, og meld dig til

# Planlægning
programme-plan = Planlæg en aktivitet
programme-plan-save = Læg på programmet
programme-describe = Ret oplysningerne
programme-save = Gem
programme-edit = Ret
programme-name = Hvad hedder aktiviteten?
programme-name-hint = For eksempel: Strik og snak.
programme-text = Hvad skal man vide?
programme-text-hint = For eksempel hvad man skal have med, og hvad det koster.
programme-when-label = Hvornår og hvor
programme-who-label = Hvem og hvor mange
programme-date = Dato
programme-first-date = Første gang
programme-from = Begynder kl.
programme-to = Slutter kl.
programme-rhythm = Hvor tit?
programme-rhythm-once = Kun den ene gang
programme-rhythm-week = Hver uge
programme-rhythm-week2 = Hver anden uge
programme-rhythm-month = Samme ugedag hver måned, for eksempel den anden tirsdag
programme-rhythm-last = Sidst i hver måned, for eksempel den sidste tirsdag
programme-rhythm-monthdate = Samme dato hver måned, for eksempel den 15.
programme-rhythm-day = Hver dag
programme-which-days = Flere dage om ugen?
programme-which-days-hint = Sæt kryds ved alle dagene. Uden krydser er det samme ugedag som første gang.
programme-last-day = Sidste dag
programme-last-day-hint = For eksempel sæsonens sidste dag. Lad feltet stå tomt, hvis det er kun den ene gang.
programme-where = Lokaler og udstyr
programme-no-rooms = Huset har ingen lokaler på listen endnu.
programme-capacity = Antal pladser
programme-capacity-hint = Tomt felt betyder, at der er plads til alle. Er der fuldt, kommer man på venteliste.
programme-time-wrong = »{ $text }« er ikke et klokkeslæt. Skriv for eksempel 14.00.
programme-ends-before = Den slutter, når den begynder. Ret et af klokkeslættene.
programme-never-text = Med de valg bliver der ingen gange. Se på datoerne.
programme-too-long = Så længe kan der ikke planlægges. Vælg en dag senest { $date }.
programme-closed-then = Huset er lukket den dag: { $why }. Vælg en anden dag.
programme-clash = { $room } er optaget { $when } af { $title }. Vælg et andet lokale eller en anden tid.
programme-clash-times = { $n } af gangene, først { $when },
programme-clash-more = Og { $n } andre steder.

# Ændringer
programme-change = Flyt eller ret
programme-what-change = Hvad vil du ændre?
programme-choose = Vælg
programme-scope = Hvad bliver aflyst?
programme-scope-denne = Kun denne gang
programme-scope-denne-title = Flyt eller ret denne gang
programme-scope-denne-text = De andre gange bliver, hvor de er.
programme-scope-foelgende = Denne og alle de følgende
programme-scope-foelgende-title = Ret denne og alle de følgende
programme-scope-foelgende-text = Det, der er flyttet eller aflyst for sig, bliver ved med at være det.
programme-scope-alle = Alle kommende gange
programme-scope-alle-title = Ret alle kommende gange
programme-scope-alle-text = Det, der allerede er holdt, ændrer sig ikke.
programme-will-tell = De, der er tilmeldt, får besked. Det gør den, der står for aktiviteten, også.
programme-cancel = Aflys
programme-cancel-what = Aflys »{ $title }«
programme-cancel-not = Aflys ikke
programme-cancel-denne = Kun denne gang
programme-cancel-foelgende = Denne og alle de følgende. Så stopper aktiviteten.
programme-reason = Hvorfor?
programme-reason-hint = Én sætning. Alle kan læse den.
programme-hold-after-all = Hold den alligevel
programme-is-over-title = Det er forbi
programme-is-over = Det, der har været, kan ikke ændres.
programme-is-cancelled-title = Den er aflyst
programme-is-cancelled = Den gang er aflyst. Tryk »Hold den alligevel« på aktivitetens side, hvis den skal holdes.
programme-is-planned-title = Den er ikke aflyst
programme-is-planned = Den gang står på programmet.
programme-to-the-past-title = Den tid er gået
programme-to-the-past = Vælg en tid, der ikke er gået endnu.
programme-never-title = Så bliver der ingen gange
programme-never = Med de valg er der ingen gange tilbage. Gå tilbage, og se på datoerne.
programme-taken-meanwhile-title = Lokalet er taget
programme-taken-meanwhile = En anden har fået lokalet imens. Planlæg en ny gang i et andet lokale.
programme-no-signup-title = Her skal man ikke melde sig til
programme-no-signup = Gå tilbage til aktiviteten, og se, hvordan man kommer med.

# Huset
programme-rooms = Lokaler og udstyr
programme-rooms-all = Alle lokaler og alt udstyr
programme-rooms-empty = Der er ingen lokaler endnu
programme-rooms-empty-detail = Når lokalerne står her, kan to ikke få det samme lokale på samme tid.
programme-room = Lokale
programme-free = Ledigt
programme-free-week = Ledigt hele ugen
programme-seats = Hvor mange er der plads til?
programme-seats-n = { $n } pladser
programme-room-new = Tilføj et lokale eller udstyr
programme-room-change = Ret lokalet
programme-room-name = Navn
programme-room-name-hint = For eksempel: Salen. Eller: Projektoren.
programme-room-kind = Hvad er det?
programme-room-text = Godt at vide
programme-room-text-hint = For eksempel: Nøglen hænger i køkkenet.
programme-kind-room = Et lokale
programme-kind-equipment = Udstyr, som kun kan være ét sted ad gangen
programme-name-taken = Der er allerede en med det navn. Vælg et andet.
programme-hours = Åbningstid og lukkedage
programme-hours-week = Åbningstid
programme-hours-hint = Lad en dag stå tom, hvis huset er lukket.
programme-hours-change = Ret åbningstiden
programme-hours-save = Gem åbningstiden
programme-hours-turned = Huset lukker, før det åbner. Ret et af klokkeslættene.
programme-opens = Åbner kl.
programme-shuts = Lukker kl.
programme-open-holidays = Huset har også åbent på helligdage
programme-closings = Lukkedage
programme-no-closings = Der er ingen lukkedage ud over helligdagene.
programme-closing-new = Luk huset nogle dage
programme-closing-hint = Det, der er planlagt de dage, bliver aflyst. De, der er tilmeldt, får besked.
programme-closed-first = Første dag
programme-closed-last = Sidste dag
programme-closed-reason = Hvorfor?
programme-closed-reason-hint = For eksempel: Sommerferie.
programme-closed-turned = Vælg en sidste dag, der ikke er gået, og som ligger efter den første. Højst et år.
programme-close-house = Luk huset de dage
programme-reopen = Hold åbent alligevel
programme-holidays = Helligdage det næste år
programme-groups = Aktivitetsgrupper
programme-groups-empty = Der er ingen grupper endnu
programme-groups-empty-detail = En gruppe er dem, der sammen står for en eller flere aktiviteter.
programme-group-new = Tilføj en gruppe
programme-group-change = Ret gruppen
programme-group-name = Hvad hedder gruppen?
programme-group-name-hint = For eksempel: Strikkerne.
programme-group-text = Hvad laver gruppen?
programme-group-carriers = Hvem er med i gruppen?
programme-group-carriers-hint = Ét navn på hver linje. De behøver ikke at kunne logge ind.
programme-group-nobody = Ingen er med endnu
programme-carried-by = Med i gruppen:
programme-group-does = Står for:

# Deltagere
programme-people = Deltagere
programme-enter = Skriv navne ind
programme-enter-save = Skriv dem på
programme-names = Navne
programme-names-hint = Ét navn på hver linje, gerne med telefonnummer efter et komma. Dem, der står der i forvejen, bliver ikke skrevet på to gange.
programme-name-long = »{ $name }« er for langt til et navn. Skal det være flere linjer?
programme-nobody-yet = Der er ingen på listen endnu.
programme-strike = Streg ud

# Papir
programme-poster = Ugens program som plakat (PDF)
programme-poster-week = Program for uge { $week } fra { $date }
programme-poster-qr = Se programmet på telefonen
programme-poster-foot = Se det nyeste program på { $address }. Skrevet ud { $date }.
programme-sheet = Deltagerliste til print (PDF)
programme-sheet-names = Skriv dit navn her
programme-sheet-waiting = Venteliste
programme-sheet-foot = { $space } · Navnene skrives ind på { $address }
programme-code = Koden på arket
programme-code-title = Skriv navne ind fra et ark
programme-code-hint = Seks tegn. De står øverst til højre på arket.
programme-code-go = Find arket
programme-code-wrong = Der er ikke et ark med den kode. Se på arket igen.
programme-record-times = Alle gange
programme-record-state = Bemærkning
record-activity = Aktiviteter

# Det er gjort
done-programme-planned = Aktiviteten er på programmet. På lukkedage bliver den ikke holdt.
done-programme-described = Oplysningerne er gemt.
done-programme-changed = Det er ændret. De, der er tilmeldt, får besked.
done-programme-is-now-cancelled = Det er aflyst. De, der er tilmeldt, får besked.
done-programme-restored = Den bliver holdt alligevel.
done-programme-room-saved = Lokalet er gemt.
done-programme-hours-saved = Åbningstiden er gemt.
done-programme-closed-saved = Dagene er lukket, og det, der var planlagt, er aflyst.
done-programme-reopened = Dagene er åbne igen. Det, der var aflyst, kan holdes fra aktivitetens side.
done-programme-group-saved = Gruppen er gemt.
done-programme-signed-up = Du er tilmeldt.
done-programme-waiting = Der er fuldt. Du er på venteliste og får besked, når der er en plads.
done-programme-signed-off = Du er meldt fra.
done-programme-entered = Navnene er skrevet på.
done-programme-entered-waiting = Navnene er skrevet på. Der er fuldt, så nogle står på venteliste.
done-programme-struck-up = Navnet er streget ud, og den første på ventelisten har fået pladsen. Får personen ikke mail, står navnet på listen »Ring til«.
done-programme-struck = Navnet er streget ud.

# Journalen
verb-programme-room = { $who } gemte { $title } på listen over lokaler og udstyr
verb-programme-hours = { $who } ændrede husets åbningstid
verb-programme-close = { $who } lukkede huset nogle dage: { $title }
verb-programme-reopen = { $who } åbnede huset på dage, der var lukket
verb-programme-group = { $who } gemte aktivitetsgruppen { $title }
verb-programme-plan = { $who } lagde { $title } på programmet
verb-programme-describe = { $who } rettede oplysningerne om { $title }
verb-programme-move = { $who } ændrede { $title }
verb-programme-cancel = { $who } aflyste { $title }: { $reason }
verb-programme-restore = { $who } holder { $title } alligevel
act-programme-sign-up = Meldte til eller fra en aktivitet
act-programme-enter = Skrev navne på en deltagerliste
contribution-kind-activity = En aktivitet, du har meldt dig til
search-kind-activity = Aktivitet

# Beskeder
mail-programme-cancelled-subject = { $space }: { $title } er aflyst
mail-programme-cancelled-body = { $title } { $when } er aflyst.

    { $reason }
mail-programme-cancelled-action = Se aktiviteten
mail-programme-stopped-subject = { $space }: { $title } stopper
mail-programme-stopped-body = { $title } stopper. Fra og med { $when } bliver den ikke holdt mere.

    { $reason }
mail-programme-stopped-action = Se aktiviteten
mail-programme-moved-subject = { $space }: { $title } er flyttet
mail-programme-moved-body = { $title } er ændret.

    Den skulle have været: { $was }
    Nu er den: { $when }

    Se lokalet på aktivitetens side.
mail-programme-moved-action = Se aktiviteten
mail-programme-changed-subject = { $space }: { $title } får nye tider
mail-programme-changed-body = { $title } får nye tider. Den første er { $when }.

    Se alle de nye tider på aktivitetens side.
mail-programme-changed-action = Se tiderne
mail-programme-restored-subject = { $space }: { $title } bliver holdt alligevel
mail-programme-restored-body = { $title } bliver holdt { $when } alligevel.
mail-programme-restored-action = Se aktiviteten
mail-programme-seat-subject = { $space }: Der er en plads til dig på { $title }
mail-programme-seat-body = Der blev en plads, og den er din. Første gang er { $when }.

    Kan du alligevel ikke, så meld fra. Så går pladsen til den næste.
mail-programme-seat-action = Se aktiviteten

# Det, der er gemt om mennesker
personal-activity-carrier = Aktiviteter, du står for
personal-activity-planned = Aktiviteter, du har lagt på programmet
personal-activity-group = Aktivitetsgrupper, du har oprettet
personal-activity-group-member = Aktivitetsgrupper, du er med i
personal-activity-signup = Aktiviteter, du har meldt dig til
personal-activity-entered = Navne, du har skrevet på en deltagerliste

# Sæsonplan
programme-seasons = Sæsonplan
programme-seasons-all = Sæsoner
programme-seasons-empty = Der er ingen sæsonplan endnu
programme-seasons-empty-detail = Når en sæson er åbnet, kan grupperne ønske tid og lokale. Planen siger, hvem der får hvad, og hvorfor.
programme-season-new = Åbn en ny sæson
programme-season-name = Hvad hedder sæsonen?
programme-season-name-hint = For eksempel: Sæson 2027/28.
programme-season-first = Første dag
programme-season-last = Sidste dag
programme-season-until = Sidste dag for ønsker
programme-season-open = Åbn for ønsker
programme-season-turned = Sæsonen skal slutte, efter at den er begyndt, og højst vare godt to år.
programme-season-late = Ønskerne skal være inde, før sæsonen begynder.
programme-season-out = Udgivet
programme-season-wishes-until = Ønsker til og med { $date }
programme-season-how = Planen retter sig selv, hver gang der kommer et ønske. Intet er bestemt, før bestyrelsen udgiver den.
programme-season-plan = Forslag til plan
programme-season-result = Sådan blev planen
programme-season-publish = Udgiv sæsonplanen
programme-season-publish-text = { $n ->
    [one] Ét ønske kommer på programmet.
   *[other] { $n } ønsker kommer på programmet.
} De, der har ønsket, får besked.
programme-season-published-title = Planen er udgivet
programme-season-published = En plan, der er udgivet, kan ikke ændres her. Ret den enkelte aktivitet på programmet.
programme-season-empty-title = Ingen ønsker har fået plads
programme-season-empty = Der skal være mindst ét ønske med plads, før planen kan udgives.
programme-no-wishes = Der er ingen ønsker endnu.
programme-wish = Ønsk tid og lokale
programme-wish-lead = Skriv, hvad I helst vil, og hvad I også kan. Så er chancen størst for, at alle får noget.
programme-wish-seats = Hvor mange skal der være plads til?
programme-wish-first = Det vil vi helst
programme-wish-second = Ellers kan vi også
programme-wish-second-hint = Kan udelades. Det andet ønske varer lige så længe som det første.
programme-wish-needs = Hvad har I brug for ud over et lokale?
programme-wish-send = Send ønsket
programme-wishes-over-title = Fristen for ønsker er gået
programme-wishes-over = Ring til huset. Bestyrelsen kan skrive ønsket ind for jer.
programme-weekday = Ugedag
programme-choose-day = Vælg en dag
programme-choose-room = Vælg et lokale
programme-people-n = { $n ->
    [one] 1 person
   *[other] { $n } personer
}
programme-wished-or = { $first }, ellers { $second }
programme-wished-by = { $name } ønsker
programme-gets = Får:
programme-gets-nothing = Ingen plads
programme-placed = Har plads
programme-wish-on = på programmet
programme-wish-off = Der blev ikke plads i denne sæson.
programme-why-settled = Bestyrelsen har bestemt det.
programme-why-first = Førsteønsket var ledigt, og lokalet er det mindste, der er stort nok.
programme-why-second = Førsteønsket var optaget af { $by }. Det andet ønske var ledigt.
programme-why-large = Der er ikke et lokale, som er stort nok.
programme-why-taken = Tiden var optaget af { $by }.
programme-settle = Bestem tid og lokale
programme-settle-save = Gem tid og lokale
programme-settle-plan = Lad planen finde en plads
done-programme-season-opened = Sæsonen er åben for ønsker.
done-programme-wished = Ønsket er sendt. Se, hvad planen giver det.
done-programme-settled = Det er gemt, og resten af planen har rettet sig.
done-programme-season-is-published = Planen er udgivet og står på programmet.
verb-programme-season = { $who } åbnede { $title } for ønsker
verb-programme-wish = { $who } ønskede tid til { $title }
verb-programme-publish = { $who } udgav { $title }
act-programme-settle = Satte et ønske fast i sæsonplanen
contribution-kind-wish = Et ønske til sæsonplanen
mail-programme-wish-got-subject = { $space }: { $title } er på programmet
mail-programme-wish-got-body = Dit ønske til sæsonen er opfyldt. { $title } begynder { $when }.
mail-programme-wish-got-action = Se tid og lokale
mail-programme-wish-not-subject = { $space }: Der blev ikke plads til { $title }
mail-programme-wish-not-body = Planen for sæsonen er udgivet, og der blev ikke plads til { $title }. På planens side står der hvorfor. Ring til huset, hvis I kan på en anden tid.
mail-programme-wish-not-action = Se planen
personal-season-wish = Ønsker, du har sendt til sæsonplanen

# Deltagere, og dem man ringer til
programme-tick = Kryds af, hvem der kom { $when }.
programme-came-n = { $n ->
    [0] Ingen endnu.
    [one] 1 er kommet.
   *[other] { $n } er kommet.
}
programme-came = Kom
programme-came-yes = Er her
programme-came-undo = Fortryd
programme-not-yet-title = Det er ikke i dag
programme-not-yet = Man kan krydse af på dagen og bagefter, når aktiviteten bliver holdt.
programme-last-time = Deltagere sidste gang, { $when }
programme-seen-by = Den, der står for aktiviteten, og de ansvarlige for huset kan se, hvem der er tilmeldt.
programme-seen-by-phones = Den, der står for aktiviteten, og de ansvarlige for huset kan se, hvem der er tilmeldt, og deres telefonnummer.
programme-phones = Telefonnumre på deltagerlisten
programme-phones-text = Bestem, om den, der står for en aktivitet, kan se de tilmeldtes telefonnummer. Man kan altid se nummeret på en, der skal ringes op.
programme-phones-yes = Vis telefonnumre på deltagerlisten
done-programme-phones-saved = Det er gemt.
verb-programme-phones = { $who } ændrede, om deltagerlister viser telefonnumre
act-programme-ring = Noterede, at en er ringet op
programme-calls = Ring til
programme-calls-lead = De her får ikke mail. Ring, og fortæl det. Tryk »Ringet« bagefter, så ingen ringer to gange.
programme-calls-none = Der er ingen at ringe til
programme-calls-none-text = Når noget bliver ændret, står de, der ikke får mail, her.
programme-calls-number = Ring { $number }
programme-calls-no-number = Der står ikke noget nummer. Sig det, når I ses, eller spørg i huset.
programme-calls-done = Ringet
programme-calls-made = Ringet de sidste syv dage
programme-calls-made-line = { $name }, ringet op af { $by }
programme-call-seat = Der er en plads på { $title }. Første gang er { $when }.
programme-call-moved = { $title } { $was } er flyttet eller holdes et andet sted. Nu er det { $when }.
programme-call-changed = { $title } får nye tider. Første gang er { $when }.
programme-call-cancelled = { $title } { $when } er aflyst.
programme-call-stopped = { $title } stopper. Fra og med { $when } bliver det ikke holdt mere.
programme-call-restored = { $title } { $when } bliver holdt alligevel.
programme-call-reason = Grunden er: { $reason }
programme-ring-n = { $n ->
    [one] Ring til én
   *[other] Ring til { $n }
}
programme-ring-text = Noget er ændret, og de får ikke mail.
programme-ring-see = Se listen
done-programme-rung = Det er noteret.
reading-activity = At du er tilmeldt en aktivitet
reading-activity-phone = At du er tilmeldt en aktivitet, og dit telefonnummer
reading-activity-call = Dit telefonnummer, da en skulle ringe til dig om en aktivitet
personal-activity-came = Aktiviteter, du er krydset af til
personal-activity-call = Opkald til dig om en aktivitet
personal-activity-rung = Opkald, du har noteret
