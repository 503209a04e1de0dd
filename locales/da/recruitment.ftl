recruitment-tab = Pladser
recruitment-title = Pladserne
recruitment-lead = Her kan alle se, hvilke pladser opgaven har, hvem der sidder på dem, og hvad der er ledigt.
recruitment-empty-title = Der er ikke beskrevet nogen pladser endnu
recruitment-empty = En plads siger, hvem man leder efter: for eksempel en ung under 25 år eller en, der kender havnen. Når pladserne er beskrevet, kan du skrive et opslag, og folk kan melde sig.
recruitment-all = Pladser
recruitment-all-filled = pladser er besat
recruitment-of = { $filled } af { $seats }
recruitment-filled = { $filled } af { $seats } besat
recruitment-free = { $n ->
    [0] Ingen ledige pladser
    [one] 1 ledig plads
   *[other] { $n } ledige pladser
}
recruitment-seats = { $n ->
    [one] 1 plads
   *[other] { $n } pladser
}
recruitment-see-seats = Se pladserne
recruitment-promised = Sådan er pladserne besat nu
recruitment-seat = Plads
recruitment-who = Hvem
recruitment-when = Hvornår
recruitment-how = Kom ind
recruitment-choose = Vælg
recruitment-save = Gem
recruitment-print = Udskriv
recruitment-term = { $from } – { $until }
recruitment-term-from = fra { $from }
recruitment-term-until = til { $until }
recruitment-since = siden { $date }
recruitment-history = Tidligere på pladserne
recruitment-calls = Andre opslag
recruitment-draft = Kladde, kun du kan se den
recruitment-was-until = Frist { $date }
recruitment-until = Meld dig senest { $date }
recruitment-read-call = Læs opslaget, og meld dig

# Når man beskriver en plads
recruitment-seat-new = Beskriv en plads
recruitment-seat-change = Ret pladsen
recruitment-seat-lead = Skriv, hvem I leder efter. Brug hverdagens ord, så den rigtige kan genkende sig selv.
recruitment-seat-title = Hvem leder I efter?
recruitment-seat-title-hint = Kort. For eksempel: Ung under 25 år
recruitment-seat-description = Hvad skal man vide eller kunne?
recruitment-seat-description-hint = Et par sætninger. Husk, at erfaring fra livet også tæller.
recruitment-seat-role = Hvilken rolle følger med?
recruitment-seat-role-hint = Den, der får pladsen, får rollen med det samme.
recruitment-seat-count = Hvor mange pladser?
recruitment-seat-from = Fra
recruitment-seat-until = Til og med
recruitment-seat-too-few = { $n } sidder på pladserne nu. Skriv mindst det tal.
recruitment-seat-backwards = Pladsen slutter, før den begynder. Ret en af datoerne.
recruitment-seat-remove = Fjern pladsen
recruitment-seat-remove-hint = Ingen sidder på den, så den kan fjernes.
recruitment-seats-held-title = Nogen sidder på pladsen
recruitment-seats-held = Notér først, at de er stoppet. Så kan pladsen ændres.

# Når man sætter en på en plads
recruitment-place = Sæt en på pladsen
recruitment-place-title = Sæt en på pladsen
recruitment-place-lead = Pladsen: { $seat }. Brug det her, når en fra holdet allerede er udpeget uden et opslag.
recruitment-place-person = Hvem?
recruitment-place-person-hint = Er personen ikke på listen, så invitér først på siden Hold.
recruitment-place-button = Sæt på pladsen
recruitment-no-free-seat-title = Pladsen er ikke ledig
recruitment-no-free-seat = Der er ikke flere ledige pladser af den slags, eller personen sidder der allerede.

# Når nogen stopper
recruitment-stops = Stopper
recruitment-leave-title = Notér, at en stopper
recruitment-leave-lead = { $name } stopper på pladsen: { $seat }. Rollen bliver taget, og vi sender en mail med tak. Er der en suppleant, får den næste tilbudt pladsen.
recruitment-leave-reason = Hvorfor?
recruitment-leave-reason-hint = Kun du og facilitatoren kan se det. Skriv aldrig om sygdom.
recruitment-leave-day = Sidste dag
recruitment-leave-day-wrong = Dagen skal ligge mellem den første dag på pladsen og i dag.
recruitment-leave-button = Ja, notér det
recruitment-left-already-title = Det er allerede noteret
recruitment-left-already = Personen sidder ikke på pladsen mere.
reason-time = Har ikke tid
reason-moved = Er flyttet
reason-task = Opgaven passede ikke
reason-replaced = En anden er udpeget
reason-other = Noget andet
reason-left = Forlod selv holdet
reason-term = Perioden sluttede

# Suppleanter
recruitment-alternates = Suppleanter
recruitment-offered = Har fået tilbud
recruitment-offered-until = svar senest { $date }
recruitment-said-yes = Sagde ja
recruitment-said-no = Sagde nej
answer-expired = Svarede ikke i tide
answer-accepted = Sagde ja
answer-declined = Sagde nej tak

# Opslaget
recruitment-call = Opslag
recruitment-call-new = Skriv et opslag
recruitment-call-change = Ret opslaget
recruitment-call-lead = Opslaget bliver en side, alle kan læse, og en plakat til opslagstavlen. Du kan se det igennem, før du åbner det.
recruitment-call-title = Overskrift
recruitment-call-title-default = Vil du være med i { $space }?
recruitment-call-text = Hvad går det ud på?
recruitment-call-text-hint = Hvorfor er det vigtigt, og hvad kan man få ud af at være med?
recruitment-call-seats = Hvad kan man melde sig til?
recruitment-call-groups-hint = Man kan være med i en enkelt del uden at have en plads.
recruitment-call-nothing = Vælg mindst én ting, man kan melde sig til.
recruitment-call-period = Periode
recruitment-call-period-hint = For eksempel: Fra marts til december 2027
recruitment-call-meetings = Møder
recruitment-call-meetings-hint = For eksempel: Seks møder på to en halv time, om aftenen
recruitment-call-preparation = Forberedelse
recruitment-call-preparation-hint = For eksempel: En times læsning før hvert møde
recruitment-call-deadline = Frist
recruitment-call-deadline-hint = Man kan melde sig til og med den dag. Så lukker opslaget af sig selv.
recruitment-call-contact = Spørg
recruitment-call-contact-hint = Navn og telefonnummer på en, man kan ringe til. Det står på siden og på plakaten.
recruitment-call-open = Åbn opslaget
recruitment-call-close = Luk opslaget nu
recruitment-call-reopen = Åbn igen
recruitment-draft-notice = Opslaget er en kladde. Kun du og facilitatoren kan se det.
recruitment-is-closed = Man kan ikke melde sig mere. Fristen var { $date }.
recruitment-call-past-title = Fristen er forbi
recruitment-call-past = Ret fristen, før du åbner opslaget.
recruitment-call-changed-title = Opslaget er ændret
recruitment-call-changed = En anden åbnede eller lukkede det, mens du kiggede. Indlæs siden igen.
recruitment-call-closed-title = Man kan ikke melde sig nu
recruitment-call-closed = Opslaget er lukket. Ring til den, der står på opslaget, hvis du gerne ville have været med.
recruitment-wanted = Dem leder vi efter
recruitment-asks = Det beder vi om
recruitment-join = Vil du være med?
recruitment-join-text = Det tager et par minutter at melde sig. Fristen er { $date }. Alle får svar.
recruitment-on-paper = På papir
recruitment-poster = Plakat
recruitment-poster-lead = Skriv den ud på A4, og hæng den op. Telefonens kamera kan læse firkanten og åbner opslaget.
recruitment-poster-how = Meld dig her, eller peg på firkanten med telefonens kamera:
recruitment-poster-contact = Spørg: { $contact }
recruitment-qr = Kode til telefonens kamera, der åbner opslaget
recruitment-paper = Blanket på papir
recruitment-paper-lead = Til dem, der hellere vil skrive i hånden. Når blanketten kommer ind, taster du den ind her.
recruitment-paper-how = Sæt kryds, skriv, og aflevér blanketten på rådhuset eller biblioteket.
recruitment-paper-until = Aflevér senest { $date }
recruitment-paper-online = Eller meld dig her:
recruitment-back-to-call = Til opslaget
recruitment-staff = Kun for dig, der passer opslaget
recruitment-counted = { $all } har meldt sig. { $waiting } venter på svar.

# Arbejdsgrupper
recruitment-group = Arbejdsgruppe
recruitment-group-text = Du er med i en del af opgaven i kortere tid, uden en fast plads.
recruitment-group-poster = eller vær med i en arbejdsgruppe
recruitment-group-instead = Du fik ikke en plads denne gang, men du er meget velkommen i en arbejdsgruppe.
recruitment-group-join = Ja, jeg vil være med i en arbejdsgruppe
recruitment-nothing-to-join-title = Det kan ikke lade sig gøre
recruitment-nothing-to-join = Du har allerede fået et andet svar, eller der er ingen arbejdsgrupper.

# Når man melder sig
recruitment-interest-title = Meld dig
recruitment-interest-change = Ret det, du har meldt
recruitment-interest-button = Meld dig
recruitment-interest-lead = Du binder dig ikke til noget endnu. Du kan rette det eller trække det tilbage, til fristen er forbi.
recruitment-interest-what = Hvad vil du gerne være med til?
recruitment-interest-what-hint = Sæt gerne flere krydser.
recruitment-interest-nothing = Sæt mindst ét kryds.
recruitment-interest-why = Hvorfor vil du gerne være med?
recruitment-interest-why-hint = Et par linjer er nok. Skriv ikke om din sygdom, tro eller politik, og aldrig dit personnummer.
recruitment-interest-who = Hvem er du?
recruitment-interest-sign-in = Er du her allerede?
recruitment-interest-name = Dit navn
recruitment-interest-email = Din mail
recruitment-interest-email-hint = Vi sender en mail, som du skal svare på. Først da har du meldt dig.
recruitment-interest-known = Du melder dig som { $name }.
recruitment-interest-privacy = Kun sekretæren og facilitatoren kan læse det, og du kan se på din side, hvornår de gjorde det. Det bliver slettet, når der er gået nogle måneder.
recruitment-interest-send = Meld mig
recruitment-sent-title = Kig i din mail
recruitment-sent = Vi har sendt dig en mail om »{ $call }«. Åbn den, og tryk på linket, så har du meldt dig.
recruitment-sent-days = Linket gælder i syv dage, men ikke længere end fristen.
recruitment-sent-none = Kommer der ingen mail, så kig i uønsket post, eller spørg: { $contact }
recruitment-confirm-title = Er det rigtigt?
recruitment-confirm-hello = Hej { $name }
recruitment-confirm-button = Ja, jeg melder mig
recruitment-confirm-unknown-title = Vi kender ikke det link
recruitment-confirm-unknown = Måske har du allerede meldt dig, eller linket er for gammelt. Log ind for at se, om du har meldt dig, eller meld dig igen.
recruitment-confirm-done-title = Tak, nu har du meldt dig
recruitment-confirm-done = Vi har sendt dig en mail om det. Alle får svar. Log ind med din mail, hvis du vil rette noget.
recruitment-confirmed-title = Du har allerede meldt dig
recruitment-confirmed = Linket kan kun bruges én gang.
recruitment-replied-title = Der er allerede svaret
recruitment-replied = Når der er svaret, kan det ikke rettes mere. Ring til den, der står på opslaget.
recruitment-nothing-to-withdraw-title = Der er ikke noget at trække tilbage
recruitment-nothing-to-withdraw = Du har ikke meldt dig, eller du har fået en plads. En plads forlader du på siden Hold.
recruitment-own = Du har meldt dig
recruitment-own-what = Vil gerne
recruitment-own-when = Meldt sig
recruitment-own-reply = Svar
recruitment-own-waits = Ikke endnu. Alle får svar.
recruitment-own-ticket = Der bliver trukket lod om pladsen { $seat }. Dit navn på listen er { $pseudonym }.
recruitment-see-lot = Se lodtrækningen
recruitment-withdraw = Træk det tilbage
reply-seat = Fik en plads
reply-alternate = Er suppleant
reply-group = Velkommen i en arbejdsgruppe
reply-declined = Ikke denne gang

# Papir og telefon
recruitment-enter-title = Tast ind fra papir eller telefon
recruitment-enter-lead = Skriv det, som personen selv har skrevet eller sagt. Dit navn står ved siden af som den, der hjalp.
recruitment-enter-way = Hvordan kom det?
recruitment-enter-reach = Skriv mail, telefon eller adresse, så vi kan sende svar.
recruitment-enter-unreachable = Skriv mindst én måde, vi kan svare på.
recruitment-enter-button = Gem
recruitment-entered-by = tastet ind af { $name }
way-online = på nettet
way-paper = på papir
way-phone = i telefonen

# Dem, der har meldt sig
recruitment-candidates = Dem, der har meldt sig
recruitment-candidates-lead = Kun du og facilitatoren kan se siden.
recruitment-candidates-none = Ingen har meldt sig endnu
recruitment-candidates-none-text = Hæng plakaten op, og fortæl om opslaget. Kommer der en blanket på papir, taster du den ind.
recruitment-waiting = { $n ->
    [one] Én har ikke fået svar endnu
   *[other] { $n } har ikke fået svar endnu
}
recruitment-all-replied = Alle har fået svar.
recruitment-read-all = Læs, hvad de skriver
recruitment-read-noted = De kan se på deres egen side, at du har læst det.
recruitment-back-to-list = Til listen
recruitment-no-why = Har ikke skrevet hvorfor.
recruitment-withdrawn = Trukket tilbage
recruitment-no-reply = Venter på svar
recruitment-replied-on = Svar givet
recruitment-next = Det næste
recruitment-next-open = Opslaget er åbent til { $date }. Du kan godt svare nogen før.
recruitment-wanted-by = Så mange vil
recruitment-appoint-hint = Når { -council-the } har udpeget.
recruitment-lot-hint = Når flere passer, end der er pladser.

# Svarene
recruitment-appoint-title = Giv svar
recruitment-appoint-lead = Skriv, hvem { -council-the } har udpeget. De får rollen med det samme, og alle, du vælger et svar til, får en mail. Du ser det hele igennem, før noget bliver sendt.
recruitment-appoint-by-lot = Lodtrækningen har allerede foreslået svar. Ret dem kun, hvis { -council-the } har besluttet noget andet.
recruitment-appoint-date = Mødet, hvor det blev besluttet
recruitment-appoint-future = Mødet er ikke holdt endnu. Giv svarene, når { -council-the } har udpeget.
recruitment-appoint-note = Sagens nummer eller andet
recruitment-appoint-note-hint = Kan ses af alle. For eksempel: Punkt 7
recruitment-appoint-rows = Hvad er svaret til hver?
recruitment-appoint-rest = Giv alle andre svaret »Ikke denne gang«
recruitment-appoint-rest-hint = De får tak. De, der også ville i en arbejdsgruppe, er velkomne dér.
recruitment-appoint-look = Se det igennem
recruitment-appoint-nobody = Vælg et svar til mindst én.
recruitment-appoint-too-many = Der er valgt for mange til »{ $seat }«. Antal ledige pladser: { $n }.
recruitment-appoint-same-place = To er valgt som den samme suppleant til »{ $seat }« (nummer { $n } i rækken). Giv dem hver sit nummer.
recruitment-decide-later = Ikke afgjort endnu
recruitment-decide-seat = Får pladsen: { $seat }
recruitment-decide-alternate = Suppleant nr. { $n }: { $seat }
recruitment-decide-group = Velkommen i en arbejdsgruppe
recruitment-decide-declined = Ikke denne gang
recruitment-look-title = Er det rigtigt?
recruitment-look-lead = Besluttet på mødet { $date }. Når du sender, får alle her en mail.
recruitment-look-seat = Får en plads og rollen med det samme
recruitment-look-alternate = Bliver suppleant
recruitment-look-group = Velkommen i en arbejdsgruppe
recruitment-look-declined = Ikke denne gang
recruitment-look-later = Får intet svar nu
recruitment-look-send = Send svarene
recruitment-look-back = Gå tilbage, og ret
recruitment-seats-changed-title = Noget er ændret imens
recruitment-seats-changed = Pladserne eller dem, der har meldt sig, er ikke, som da du begyndte. Indlæs siden igen.

# Lodtrækning
recruitment-lots = Lodtrækninger
recruitment-lot = Lodtrækning
recruitment-lot-title = Lodtrækning: { $seat }
recruitment-lot-new = Træk lod
recruitment-lot-lead = Lodtrækningen sker i tre trin, som alle kan følge: Listen bliver lukket. Så bliver der slået med terninger i salen. Til sidst regner programmet rækkefølgen ud, og alle kan regne efter.
recruitment-lot-wait = Vent, til opslaget er lukket. Så er alle med, der meldte sig i tide.
recruitment-lot-which = Hvilken plads skal der trækkes lod om?
recruitment-lot-choose = Træk lod
recruitment-lot-none = Der er ikke noget at trække lod om
recruitment-lot-none-text = Alle pladser er besat, eller der er allerede en lodtrækning.
recruitment-lot-seats = Hvor mange pladser bliver der trukket lod om?
recruitment-lot-fits = Hvem passer til pladsen?
recruitment-lot-fits-hint = Alle med kryds er med på lige fod. Fjern krydset ved dem, der ikke passer til det, pladsen beder om.
recruitment-lot-nobody = Der skal være mindst én med.
recruitment-lot-no-way-back = Når listen er lukket, kan den ikke ændres. Alle på listen får en mail med deres eget hemmelige navn.
recruitment-lot-close = Luk listen
recruitment-lot-waits = Venter på tallet fra salen
recruitment-lot-was = Trukket { $date }
recruitment-lot-off = Aflyst
recruitment-lot-step-list = Listen er lukket
recruitment-lot-list = { $n ->
    [one] Én er med
   *[other] { $n } er med
} om { $seats ->
    [one] 1 plads
   *[other] { $seats } pladser
}. { $who } lukkede listen.
recruitment-lot-digest = Listens fingeraftryk:
recruitment-lot-step-seed = Tallet fra salen
recruitment-lot-seed-text = Slå med terninger, så alle kan se det, og skriv tallene her. Ingen kan kende dem på forhånd, og de kan ikke ændres bagefter.
recruitment-lot-seed = Tallene
recruitment-lot-seed-hint = Præcis som de blev sagt højt. For eksempel: 4 6 1 3
recruitment-lot-again = Tallene én gang til
recruitment-lot-again-hint = Så vi er sikre på, at der ikke er tastet forkert.
recruitment-lot-differ = De to gange er ikke ens. Skriv det samme begge steder.
recruitment-lot-draw = Skriv tallene fast
recruitment-lot-seed-by = Skrevet af { $who }
recruitment-lot-step-result = Resultatet
recruitment-lot-result-later = Rækkefølgen kommer, når tallet er skrevet.
recruitment-lot-result = Resultatet
recruitment-lot-names = Navnene på listen
recruitment-lot-seat = Får plads
recruitment-lot-alternate = Suppleant nr. { $n }
recruitment-lot-you = Det er dig
recruitment-lot-mine = Dit hemmelige navn på listen:
recruitment-lot-then = Når { -council-the } har udpeget, sender du svarene. Lodtrækningens resultat står der allerede.
recruitment-lot-rule = Sådan virker det
recruitment-lot-rule-plain = Hver på listen har et hemmeligt navn, så kun de selv ved, hvem der er hvem. Tallet fra salen blander navnene. De første får pladserne, og de næste er suppleanter.
recruitment-lot-rule-more = Den præcise regel
recruitment-lot-rule-exact = Navnene bliver stillet i orden efter denne værdi, den mindste først. Nøglen er SHA-256 af tallet, som det står:
recruitment-lot-rule-reference = Metoden er beskrevet i
recruitment-lot-check = Regn selv efter
recruitment-lot-check-text = Kvitteringen har alt, der skal til for at trække lod igen og få det samme. Den kan kontrolleres af alle, også uden os.
recruitment-lot-receipt = Hent kvitteringen
recruitment-lot-broken = Resultatet stemmer ikke med det, der blev offentliggjort. Brug det ikke, og sig det til kommunens it-afdeling.
recruitment-lot-call-off = Aflys lodtrækningen
recruitment-lot-why = Hvorfor?
recruitment-lot-why-hint = Alle kan læse det. Bagefter kan listen lukkes igen.
recruitment-call-still-open-title = Opslaget er ikke lukket
recruitment-call-still-open = Luk opslaget først. Så er alle med, der meldte sig i tide.
recruitment-lot-there-title = Der er allerede en lodtrækning
recruitment-lot-there = Der kan kun trækkes lod én gang om en plads. Er der en fejl, så aflys den, før tallet er skrevet.
recruitment-lot-drawn-title = Det er for sent
recruitment-lot-drawn = Tallet er skrevet, eller lodtrækningen er aflyst. Det kan ikke ændres.

# Når en plads bliver tilbudt
recruitment-offer-title = Vil du have en plads i { $space }?
recruitment-offer-to = Hej { $name }
recruitment-offer-text = Du er suppleant. Nu er en plads blevet ledig, og den er din, hvis du vil have den.
recruitment-offer-last = Svar senest
recruitment-offer-yes = Ja, jeg vil gerne
recruitment-offer-no = Nej tak
recruitment-offer-voluntary = Det er frivilligt. Siger du nej, går tilbuddet til den næste.
recruitment-offer-unknown-title = Vi kender ikke det tilbud
recruitment-offer-unknown = Måske mangler der noget af linket. Brug linket i mailen, eller spørg sekretæren.
recruitment-offer-accepted-title = Tak, pladsen er din
recruitment-offer-accepted = Dit navn står nu på holdet. Log ind med din mail for at se, hvad der sker.
recruitment-offer-declined-title = Tak, fordi du svarede
recruitment-offer-declined = Du har sagt nej tak. Tilbuddet går til den næste.
recruitment-offer-late-title = Fristen er forbi
recruitment-offer-late = Tilbuddet er gået videre til den næste. Ring til sekretæren, hvis du gerne ville have haft pladsen.
recruitment-offer-answered-title = Der er allerede svaret
recruitment-offer-answered = Tilbuddet er besvaret.
recruitment-to-space = Se forløbet

# På forløbets side, min side og forsiden
recruitment-todo-reply = { $n ->
    [one] Én venter på svar
   *[other] { $n } venter på svar
}
recruitment-todo-reply-detail = De har meldt sig til en plads. Alle skal have svar.
recruitment-todo-reply-button = Se dem
recruitment-todo-call-detail = Meld dig senest { $date }
recruitment-todo-call-button = Se opslaget
recruitment-need-foot = Meld dig senest { $date }
recruitment-mine-offer = Du har fået tilbudt en plads: { $seat }, { $space }
recruitment-mine-offer-detail = Svar senest { $date }
recruitment-mine-answer = Svar
recruitment-mine-alternate = Du er suppleant: { $seat }, { $space }
recruitment-mine-alternate-detail = Du får besked, hvis en plads bliver ledig.
recruitment-mine-open = Du kan rette det til { $date }
recruitment-mine-waiting = Fristen er forbi. Alle får svar.
recruitment-mine-registered = Du har meldt dig

# Det, der bliver gemt om mennesker
stored-seat = Pladser, du har haft
stored-alternate = At du er eller var suppleant
stored-interest = Det, du skrev, da du meldte dig til en plads
stored-interest-entered = At du har tastet ind for andre, der ville have en plads
stored-interest-draft = Noget, du skrev for at melde dig, og ikke har bekræftet
stored-seat-call = Opslag om pladser, du har skrevet
stored-lot-ticket = Dine hemmelige navne i lodtrækninger
stored-lot-closed = Lodtrækninger, hvor du lukkede listen
stored-lot-drawn = Lodtrækninger, hvor du skrev tallet
field-from-on = Fra
field-until-on = Til og med
field-left-on = Stoppede
field-offered-at = Tilbudt
field-why = Hvorfor
field-working-group = Arbejdsgruppe
field-registered-at = Meldt
field-reply = Svar
field-replied-at = Svaret
field-pseudonym = Hemmeligt navn
field-closed-at = Lukket
field-drawn-at = Trukket
field-seed = Tal
reading-interest = Det, du skrev, da du meldte dig til en plads
search-kind-seat = Plads
search-kind-call = Opslag

done-seat-written = Pladsen er gemt.
done-seat-removed = Pladsen er fjernet.
done-seat-placed = Pladsen er besat.
done-seat-left = Det er noteret. Er der en suppleant, har den næste fået tilbuddet.
done-offer-declined = Det er noteret. Er der en suppleant mere, har den fået tilbuddet.
done-call-written = Opslaget er gemt.
done-call-opened = Opslaget er åbent. Nu kan alle melde sig.
done-call-closed = Opslaget er lukket.
done-interest = Tak, du har meldt dig. Vi har sendt dig en mail om det.
done-interest-withdrawn = Du har trukket det tilbage. Det, du skrev, er slettet.
done-interest-group = Tak. Vi skriver til dig, når arbejdsgruppen går i gang.
done-interest-entered = Det er tastet ind, og personen får besked.
done-appointed = Svarene er sendt. Der er stadig nogen, der venter.
done-appointed-all = Svarene er sendt. Alle har fået svar.
done-lot-listed = Listen er lukket, og fingeraftrykket er offentligt. Nu skal tallet findes i salen.
done-lot-drawn = Tallene er skrevet fast. Her er resultatet.
done-lot-called-off = Lodtrækningen er aflyst.

verb-recruitment-seat = { $who } beskrev pladser: { $title }
verb-recruitment-remove = { $who } fjernede pladser: { $title }
verb-recruitment-place = { $who } satte en på en plads: { $title }
verb-recruitment-call = { $who } skrev på et opslag om pladser { $title }
verb-recruitment-open = { $who } åbnede et opslag: { $title }
verb-recruitment-close = Et opslag er lukket: { $title }
verb-recruitment-appoint = { $who } gav svar på opslaget »{ $title }«: { $seats } fik plads, { $alternates } er suppleanter, { $others } fik et andet svar
verb-recruitment-list = { $who } lukkede listen til en lodtrækning: { $title }. Antal på listen: { $candidates }
verb-recruitment-draw = { $who } skrev tallet til en lodtrækning: { $title }. Tal: { $seed }
verb-recruitment-call-off = { $who } aflyste en lodtrækning: { $title }. { $why }
verb-recruitment-vacate = En plads blev ledig: { $title }
verb-recruitment-offer = En suppleant fik tilbudt en plads: { $title }
verb-recruitment-accept = En suppleant sagde ja til en plads: { $title }
verb-recruitment-decline = En suppleant sagde nej tak til en plads: { $title }

mail-interest-subject = { $space }: du har meldt dig
mail-interest-body = Tak, fordi du gerne vil være med i »{ $space }«. Vi har skrevet ned, at du har meldt dig til: { $call }

    Du kan rette det eller trække det tilbage til og med { $date }. Alle får svar, når { -council-the } har valgt.
mail-interest-action = Se det, du har meldt
mail-interest-confirm-subject = { $space }: bekræft, at du melder dig
mail-interest-confirm-body = Nogen har skrevet din mailadresse for at melde sig til: { $call }

    Er det dig, så brug linket, og tryk på knappen. Først da har du meldt dig. Er det ikke dig, så gør ingenting. Så bliver det slettet efter syv dage.
mail-interest-confirm-action = Bekræft, at du melder dig
mail-seat-given-subject = { $space }: du har fået en plads
mail-seat-given-body = Tillykke og velkommen. { -Council-the } har udpeget dig til »{ $space }«. Det skete på mødet { $date }.

    Din plads: { $seat }

    Dit navn står nu på holdet. Log ind med din mail, og læs rammen som det første. Kan du alligevel ikke være med, så sig det til sekretæren.
mail-seat-given-action = Se, hvad du skal være med til
mail-seat-alternate-subject = { $space }: du er suppleant
mail-seat-alternate-body = Tak, fordi du meldte dig til: { $call }

    Du er suppleant nummer { $place } til pladsen: { $seat }

    Bliver en plads ledig, får du en mail og kan svare ja eller nej.
mail-seat-alternate-action = Se dit svar
mail-seat-group-subject = { $space }: velkommen i en arbejdsgruppe
mail-seat-group-body = Tak, fordi du meldte dig til: { $call }

    Du er meget velkommen i en arbejdsgruppe. Vi skriver til dig, når den går i gang.
mail-seat-group-action = Følg med
mail-seat-declined-subject = { $space }: svar på, at du meldte dig
mail-seat-declined-body = Tak, fordi du meldte dig til: { $call }

    Der var flere, der gerne ville være med, end der var pladser. Du fik ikke en plads denne gang. Du kan altid følge med og sige din mening undervejs.
mail-seat-declined-action = Følg med
mail-seat-declined-group-subject = { $space }: svar på, at du meldte dig
mail-seat-declined-group-body = Tak, fordi du meldte dig til: { $call }

    Der var flere, der gerne ville være med, end der var pladser. Du fik ikke en plads denne gang. Men du er meget velkommen i en arbejdsgruppe. Brug linket, log ind, og sig ja.
mail-seat-declined-group-action = Ja, jeg vil være med i en arbejdsgruppe
mail-lot-ticket-subject = { $space }: der bliver trukket lod
mail-lot-ticket-body = Flere passer til pladsen »{ $seat }«, end der er pladser. Derfor bliver der trukket lod, så alle kan se det.

    Dit hemmelige navn på listen er { $pseudonym }

    Kun du ved, at det er dig. Tallet, der afgør det, bliver fundet i salen. Bagefter kan alle regne efter.
mail-lot-ticket-action = Følg lodtrækningen
mail-lot-drawn-subject = { $space }: der er trukket lod
mail-lot-drawn-body = Der er trukket lod om »{ $seat }«. Antal pladser: { $seats }.

    Dit hemmelige navn { $pseudonym } blev nummer { $place } i rækken.

    Du får et endeligt svar, når { -council-the } har udpeget.
mail-lot-drawn-action = Se resultatet, og regn efter
mail-seat-offer-subject = { $space }: du får tilbudt en plads
mail-seat-offer-body = En plads er blevet ledig, og du er den næste i rækken. Pladsen: { $seat }

    Svar senest { $date }. Derefter går tilbuddet til den næste.
mail-seat-offer-action = Svar ja eller nej
mail-seat-ended-subject = { $space }: tak for din indsats
mail-seat-ended-body = Du sidder ikke længere på pladsen »{ $seat }«. Tak for alt, hvad du gav.

    Er det en fejl, så sig det til sekretæren.
mail-seat-ended-action = Se pladserne
mail-seat-ending-subject = { $space }: din periode slutter snart
mail-seat-ending-body = Din periode på pladsen »{ $seat }« slutter { $date }. Tak, fordi du er med.
mail-seat-ending-action = Se pladserne
mail-seat-ending-secretary-subject = { $space }: en plads slutter snart
mail-seat-ending-secretary-body = Perioden for en plads slutter { $date }: { $seat }. Skal den forlænges, så ret datoen på pladsen.
mail-seat-ending-secretary-action = Se pladserne
mail-seat-vacant-asked-subject = { $space }: en plads er ledig
mail-seat-vacant-asked-body = En plads er blevet ledig: { $seat }. Den næste suppleant får tilbuddet nu.
mail-seat-vacant-asked-action = Se pladserne
mail-seat-vacant-none-subject = { $space }: en plads er ledig
mail-seat-vacant-none-body = En plads er blevet ledig: { $seat }. Der er ingen suppleant tilbage at spørge. Du kan skrive et nyt opslag.
mail-seat-vacant-none-action = Se pladserne
mail-seat-accepted-subject = { $space }: en suppleant sagde ja
mail-seat-accepted-body = Pladsen »{ $seat }« er besat igen.
mail-seat-accepted-action = Se pladserne

# Til den, der fik hjælp: hvad der blev gjort.
act-recruitment-ask = Bad om en bekræftelse af interesse for en plads
act-recruitment-enter = Skrev en interesse for en plads ind
act-recruitment-interest = Meldte interesse for en plads
act-recruitment-read = Læste, hvem der har meldt interesse

recruitment-welcomed = Velkommen i en arbejdsgruppe
recruitment-welcomed-lead = De har svaret ja til en arbejdsgruppe eller er budt velkommen i en. Vælg en gruppe til hver. De bliver deltagere i gruppen og får besked.
recruitment-welcomed-n = { $n ->
    [one] Vælg gruppe til 1 person
   *[other] Vælg gruppe til { $n } personer
 }
recruitment-welcomed-rows = Hvem skal med i hvilken gruppe?
recruitment-welcomed-in = Er med i
recruitment-welcomed-choose = Vælg en gruppe til mindst én.
recruitment-welcomed-button = Gem, og giv besked
recruitment-welcomed-none = Ingen venter på en arbejdsgruppe
recruitment-welcomed-none-text = Her står de, der får svaret »Velkommen i en arbejdsgruppe«.
recruitment-welcomed-no-groups = Der er ingen arbejdsgrupper endnu. Opret en først.
recruitment-todo-welcomed = { $n ->
    [one] 1 venter på en arbejdsgruppe
   *[other] { $n } venter på en arbejdsgruppe
 }
recruitment-todo-welcomed-detail = De er budt velkommen, men er ikke i en gruppe endnu.
recruitment-todo-welcomed-button = Vælg grupper
done-welcomed = De er nu med i gruppen og får besked.
verb-recruitment-group = { $who } bød en ny deltager velkommen
mail-group-joined-subject = { $group }: du er med
mail-group-joined-body = Du er nu deltager i arbejdsgruppen »{ $group }«. På gruppens side ser du opgaven, de andre og næste møde.
mail-group-joined-action = Se gruppen
mandate-seats = Pladser
mandate-seats-line = { $n ->
    [one] 1 plads
   *[other] { $n } pladser
 }
glance-seats = Pladser
glance-seats-defined = Hvor mange af de beskrevne pladser der er ledige lige nu.
glance-seats-free = { $free } af { $all } ledige
glance-seats-full = Alle { $all } besat
