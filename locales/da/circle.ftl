# Kredsen: når nogen pludselig får brug for hjælp.

circle-tab = Kreds
nav-circle-new = Åbn en kreds
circle-new-title = Åbn en kreds
circle-new-lead = Det tager et par minutter. Du kan rette alt bagefter.
circle-name = Hvem handler det om?
circle-name-hint = For eksempel: Familien på Møllevej. Kun kredsen kan se det.
circle-happened = Hvad er der sket?
circle-happened-hint = Kort. Hjælperne kan ikke se det.
circle-address = Hvor bor de?
circle-address-hint = Hjælperne ser det først, når de har sagt ja.
circle-area = Område
circle-phone = Hvem ringer hjælperne til?
circle-phone-hint = Telefonnummer. De ser det, når de har sagt ja.
circle-more-about = Mere om dem (kan vente)
circle-needed = Hvad er der brug for?
circle-needed-hint = Sæt kryds. Du kan tilføje mere bagefter.
circle-preset-fetch = Hente børn
circle-preset-dinner = Lave aftensmad
circle-preset-night = Sove hos dem
circle-preset-hospital = Køre til sygehuset
circle-preset-shopping = Købe ind
circle-at = Kl.
circle-for-days = Antal dage
circle-for-people = Hjælpere ad gangen
circle-repeat = Hvor tit?
circle-repeat-once = én gang
circle-repeat-daily = hver dag
circle-repeat-weekdays = mandag til fredag
circle-repeat-weekly = samme dag hver uge
circle-basis = Hvorfor må vi skrive det ned?
circle-basis-consent = De har sagt ja (databeskyttelsesforordningen, artikel 6, stk. 1, a, og artikel 9, stk. 2, a)
circle-basis-vital = Liv eller helbred er i fare, og de kan ikke svare lige nu (artikel 6, stk. 1, d, og artikel 9, stk. 2, c)
circle-basis-law = Det er kommunens opgave efter loven (artikel 6, stk. 1, e, og artikel 9, stk. 2, b)
circle-informed = De ved, at vi gør det her
circle-privacy = Alt, du skriver her, er låst.
circle-privacy-long = Kun du og dem, du lukker ind, kan læse det. Heller ikke en administrator kan. Alle, der læser, bliver skrevet op. Når kredsen lukker, kan ingen læse det mere.
circle-open = Åbn kredsen
circle-wrong-area = Vælg et område. Så spørger vi dem, der bor tættest på.
circle-wrong-phone = Skriv et nummer, hjælperne kan ringe til.
circle-wrong-time = Skriv et klokkeslæt, for eksempel 15.30.
circle-wrong-last = Den sidste dag kan ikke ligge før den første.
circle-wrong-days = Der kan højst være { $n } dage mellem den første og den sidste.
circle-wrong-past = Det tidspunkt er forbi. Vælg et senere.
circle-wrong-no-day = Der er ingen dage mellem den første og den sidste, der passer.
circle-no-recipe = Opskriften på en kreds mangler. Sig det til dem, der står for programmet.
circle-over = Kredsen er lukket. Ingen kan læse den mere.
circle-last-coordinator = Der skal være mindst én koordinator. Luk en anden ind først.
circle-not-the-owner = Kredsen er deres. Kun de selv kan gå ud af den.
circle-taken = En anden var hurtigere. Tiden er taget.
circle-unwanted = Familien vil ikke have, at den person bliver spurgt.
circle-overlaps = På det tidspunkt er der allerede sagt ja til at hjælpe.
circle-begun = Tiden er begyndt. Ring til koordinatoren.

circle-none-yet = Der er ikke skrevet noget behov endnu
circle-sum-open = { $n ->
    [one] Én tid mangler en hjælper
   *[other] { $n } tider mangler en hjælper
 }
circle-sum-full = Alle tider er taget
circle-sum-over = Der er ingen tider forude
circle-sum-taken = { $n ->
    [one] Én tid er taget.
   *[other] { $n } tider er taget.
 }
circle-sum-staff = { $n ->
    [one] Kommunen tager sig af én.
   *[other] Kommunen tager sig af { $n }.
 }
circle-sum-asked = { $n ->
    [one] Én er spurgt.
   *[other] { $n } er spurgt.
 } { $yes } har sagt ja, { $no } nej.
circle-sum-waiting = { $n ->
    [one] Én har ikke svaret endnu.
   *[other] { $n } har ikke svaret endnu.
 }
circle-ask-first = Spørg nogen om hjælp
circle-ask-more = Spørg flere
circle-need-new = Skriv et behov
circle-tell-them = Husk at fortælle dem, hvad I har skrevet ned, og hvorfor.
circle-let-them-in = De kan selv se med, hvis du lukker dem ind.
circle-ring-title = Ring til
circle-ring-text = De skal ringes op.
circle-ring-yes = Siger de ja? Åbn den tid, de vil tage, og skriv dem på.
circle-said-no = De sagde nej
circle-today = i dag
circle-moment = { $day } kl. { $hours }
circle-next-day = { $hours } næste dag
circle-speaks = Taler { $language }
circle-known-needed = Familien kender dem
circle-by-staff = Kommunen
circle-missing = Mangler
circle-missing-soon = Mangler snart
circle-nobody-came = Ingen
circle-slot-open = Åbn
circle-about = Om dem
circle-asked-title = Hvem er spurgt?
circle-asked-when = Spurgt
circle-asked-answer = Svar
circle-asked-waits = Intet svar
circle-asked-again = Spørg igen
circle-wave = bølge { $n }
circle-drops-title = Hvem kunne alligevel ikke?
circle-past-title = Det, der er forbi
circle-back = Tilbage til kredsen

circle-change-title = Ret, hvad der står om dem
circle-need-title = Skriv et behov
circle-need-change-title = Ret, hvad der skal gøres
circle-kind = Hvad slags hjælp?
circle-kind-hint = Det er det eneste, folk ser, før de har sagt ja.
circle-what = Hvad skal gøres?
circle-what-hint = For eksempel: Hente to børn i Mariehønen. Kun den, der tager tiden, ser det.
circle-first = Dag
circle-last = Til og med
circle-last-hint = Når det er mere end én gang.
circle-from = Fra kl.
circle-until = Til kl.
circle-time-hint = For eksempel 15.30
circle-until-hint = Er den tidligere end begyndelsen, er det næste morgen.
circle-people-needed = Hvor mange hjælpere ad gangen?
circle-place = Hvor?
circle-place-hint = Hvis det er et andet sted end hjemme.
circle-note = Godt at vide
circle-note-hint = For eksempel allergi, dørkode, hvem man ringer til. Kun den, der tager tiden, ser det.
circle-requires = Hvad skal hjælperen have?
circle-language = Skal de tale et sprog ud over dansk?
circle-language-none = Nej

circle-ask-title = Spørg om hjælp
circle-ask-open = { $n ->
    [one] Én tid mangler.
   *[other] { $n } tider mangler.
 }
circle-ask-order = Her er dem, der passer bedst. Først dem, familien kender, og så dem, der bor tæt på.
circle-ask-full = { $n ->
    [one] Én passer, men har allerede hjulpet så tit, som de kan denne måned.
   *[other] { $n } passer, men har allerede hjulpet så tit, som de kan denne måned.
 }
circle-ask-night = Det er nat. Beskeden går ud med det samme. Vent til i morgen, hvis det kan vente.
circle-ask-none = Ingen i netværket passer til det, der mangler. Spørg nogen, du kender, eller lad kommunen tage tiden.
circle-ask-more-people = { $n ->
    [one] Og én mere, som også bliver spurgt.
   *[other] Og { $n } mere, som også bliver spurgt.
 }
circle-ask-says = Det står der i beskeden:
circle-ask-says-text = Nogen har brug for hjælp, og et link. Intet navn, ingen adresse, intet om, hvad der er sket.
circle-ask-send = Send spørgsmålet
circle-ask-size = Hvor mange vil du spørge?
circle-ask-show = Vis dem
circle-ask-nobody = Vælg mindst én, der skal spørges.
circle-why-known = Familien kender dem
circle-why-again = Er spurgt om noget andet her
circle-why-near = Bor i området
circle-why-area = Bor i { $area }
circle-why-load = Har hjulpet { $n } af { $most } gange
circle-why-helps = { $n ->
    [0] Hjælper ikke andre lige nu
    [one] Hjælper én gang denne måned
   *[other] Hjælper { $n } gange denne måned
 }
circle-way-mail = spørges med mail
circle-way-text = spørges med sms
circle-way-phone = skal ringes op
circle-own-title = Spørg en, du kender
circle-own-back = Tilbage til forslagene
circle-own-lead = Præsten, børnehaven, en nabo. Find dem, eller skriv navn og telefon.
circle-own-who = Hvem?
circle-own-new = En, der ikke står her
circle-own-phone-hint = De bliver ringet op.
circle-own-needs = Hvad spørger du om?
circle-own-wrong-need = Sæt kryds ved det, du spørger om.
circle-own-known = Familien kender dem
circle-own-ask = Spørg
circle-own-inside = De er allerede med i kredsen.
circle-own-wrong-both = Vælg enten en fra listen, eller skriv en ny.

circle-slot-title = En tid
circle-who = Hvem
circle-slot-give = Skriv en på
circle-slot-give-text = For eksempel en, der har sagt ja i telefonen. Er de ikke på listen, så spørg dem først.
circle-slot-give-button = Skriv på
circle-slot-wrong-person = Vælg en fra listen.
circle-slot-staff = Lad kommunen tage den
circle-slot-staff-text = Når ingen andre kan. Så mangler den ikke mere.
circle-slot-staff-button = Kommunen tager den
circle-slot-unstaff = Kommunen tager den
circle-slot-free = Gør tiden fri
circle-slot-free-text = Hjælperen får besked. Andre kan tage tiden.
circle-slot-free-button = Gør fri igen
circle-slot-move = Flyt tiden
circle-slot-move-button = Flyt
circle-slot-cancel = Aflys tiden
circle-slot-cancel-text = Der er ikke brug for den mere. Har nogen taget den, får de besked.
circle-slot-cancel-button = Aflys

circle-people-title = Hvem er med?
circle-inside = De kan se kredsen
circle-inside-text = Hjælperne står ikke her. De ser kun det, de selv har sagt ja til.
circle-take-out = Tag ud
circle-go-out = Gå ud
circle-owner-title = Luk den ind, det handler om
circle-owner-text = De kan se alt, bestemme hvem der må spørges, og se hvem der har læst.
circle-owner-button = Luk ind
circle-colleague-title = Luk en koordinator ind
circle-colleague-text = En kollega, der overtager eller hjælper til.
circle-colleague = Kollega
circle-stances = Hvem må spørges?
circle-stances-text = Skriv op, hvem familien kender, og hvem der ikke skal spørges.
circle-stance-known = Familien kender dem
circle-stance-not = Skal ikke spørges
circle-stance-undo = Fjern igen

circle-read-title = Hvem har læst med?
circle-read-lead = Alle, der har læst noget om jer, står her.
circle-read-none = Ingen har læst noget endnu.
circle-read-what = Hvad
circle-read-times = Gange
circle-read-circle = Kredsen
circle-read-week = Ugen på papir
circle-read-people = Hvem der er med
circle-read-own = Det, de selv har sagt ja til
circle-week-title = Ugen på papir
circle-week-ring = Ring { $phone }, hvis noget ændrer sig.
circle-week-hint = Print siden, og hæng den på køleskabet.

circle-close-title = Luk kredsen
circle-close-what = Når du lukker kredsen, sker der det her:
circle-close-thanks = Alle, der hjalp, får tak.
circle-close-ahead = { $n ->
    [one] Én tid, som nogen har taget, bliver aflyst.
   *[other] { $n } tider, som nogen har taget, bliver aflyst.
 }
circle-close-key = Nøglen bliver ødelagt. Ingen kan læse det, der står her, mere. Heller ikke dig.
circle-close-kept = Tilbage er kun tal uden navne og det, du skriver nedenfor.
circle-lesson = Hvad kan andre lære af det?
circle-lesson-hint = Uden navne og steder. Kommunens andre koordinatorer kan læse det.
circle-lesson-wrong = Ordet »{ $word }« står i kredsens navn eller adresse. Skriv det om.
circle-close-sure = Ja, luk for altid
circle-close-wrong-sure = Sæt kryds, hvis du er sikker.
circle-close-button = Luk kredsen
circle-over-title = Kredsen er lukket
circle-over-text = Nøglen er ødelagt. Ingen kan læse den mere.
circle-lessons-title = Det lærte vi
circle-lessons-link = Se, hvad vi har lært af andre kredse
circle-lessons-lead = Tal og ord fra kredse, der er lukket. Intet her kan føre tilbage til nogen.
circle-lessons-none = Ingen kreds er lukket endnu.
circle-lesson-sum = { $taken } af { $slots } tider blev taget på { $days } dage.
circle-lesson-people = { $helpers } hjalp, { $asked } blev spurgt.

circle-help-title = Kan du hjælpe?
circle-help-hello = Hej { $name }
circle-help-lead = Nogen har brug for hjælp. Tag en tid, hvis du kan.
circle-help-none = Der er ikke brug for dig lige nu. Tak, fordi du vil.
circle-help-mine = Det har du sagt ja til
circle-help-for = Hos
circle-help-ring = Spørgsmål? Ring til
circle-help-cannot = Jeg kan alligevel ikke
circle-help-cannot-text = Det er helt i orden. Vi finder en anden. Sig det, så snart du ved det.
circle-help-drop = Giv tiden tilbage
circle-help-secret = Det, du får at vide her, er kun for dig. Fortæl det ikke videre.
circle-help-calendar = Læg dine tider i din kalender
circle-help-open = Her mangler der en
circle-help-open-in = Her mangler der en i { $area }
circle-help-open-text = Tryk på den tid, du kan tage. Så får du at vide, hvor og hos hvem.
circle-help-all-taken = Alle tider er taget. Tak, fordi du ville.
circle-help-take = Det gør jeg
circle-help-no = Jeg kan ikke denne gang
circle-help-said-no = Du har sagt, at du ikke kan. Skifter du mening, så tag bare en tid.
circle-help-privacy = Det her gemmer vi om dig:
circle-help-privacy-text = At du er spurgt, hvad du har svaret, og hvornår du hjælper. Vi sletter det, når der ikke er brug for det mere.
circle-help-offers = Ret, hvad du vil spørges om
circle-gone-title = Der er ikke noget her mere
circle-gone-text = Linket er gammelt, eller der er ikke brug for hjælp mere. Tak, fordi du ville.
circle-gone-own = Se dine egne tider
circle-calendar-title = Du hjælper
circle-calendar-text = Åbn siden for at se, hvor og hvad.

circle-mine-helps = Du hjælper
circle-mine-see = Se hvor
circle-mine-circle = En kreds, du er med i
circle-mine-open = Åbn

done-circle-opened = Kredsen er åben. Spørg nu nogen om hjælp.
done-circle-changed = Det er rettet.
done-circle-need-added = Behovet er skrevet op.
done-circle-asked = Spørgsmålet er på vej.
done-circle-to-ring = De står på listen over dem, der skal ringes op.
done-circle-noted = Det er skrevet op.
done-circle-given = De er skrevet på og får besked.
done-circle-freed = Tiden er fri igen.
done-circle-staffed = Kommunen tager den.
done-circle-cancelled = Tiden er aflyst.
done-circle-moved = Tiden er flyttet.
done-circle-let-in = De er lukket ind og får besked.
done-circle-taken-out = De er taget ud.
done-circle-gone-out = Du er gået ud af kredsen.
done-circle-closed = Kredsen er lukket. Tak for indsatsen.
done-circle-you-took = Tak! Her er det, du skal vide.
done-circle-you-gave-back = Tak, fordi du sagde det. Vi finder en anden.
done-circle-you-said-no = Tak for svaret.
done-circle-another-was-quicker = En anden var hurtigere. Se, hvad der ellers mangler.

reading-circle = En kreds om dig
reading-circle-match = Hvad du tilbyder i netværket, da nogen manglede hjælp

verb-circle-open = { $who } åbnede kredsen
verb-circle-change = { $who } rettede, hvad der står
verb-circle-need = { $who } skrev et behov
verb-circle-ask = { $who } spurgte om hjælp
verb-circle-slot = { $who } ændrede en tid
verb-circle-people = { $who } ændrede, hvem der er med
verb-circle-close = { $who } lukkede kredsen

stored-circle-words = Det, der står i en kreds om dig
stored-circle-opened = Kredse, du har åbnet
stored-circle-slot = Tider, hvor du hjælper
stored-circle-ask = At du er spurgt om hjælp
stored-circle-drop = Tider, du har givet tilbage
stored-circle-stance = At en familie har sagt, om de kender dig
stored-circle-reading = Hvad du har læst i en kreds
field-taken-at = Taget

mail-circle-ask-subject = Kan du hjælpe?
mail-circle-ask-body = Nogen i { $municipality } har brug for hjælp. Se hvornår, og svar ja eller nej. Du bestemmer selv.
mail-circle-ask-action = Se, hvad det gælder
mail-circle-taken-subject = Tak, du hjælper { $time }
mail-circle-taken-body = Du har sagt ja til at hjælpe { $time }. Brug linket i den første besked, eller log ind her. Så ser du, hvor og hvad. Kan du alligevel ikke, så sig det samme sted.
mail-circle-taken-action = Se dine tider
mail-circle-remind-subject = Husk: du hjælper { $time }
mail-circle-remind-body = Du har sagt ja til at hjælpe { $time }. Kan du alligevel ikke, så sig det hurtigst muligt. Brug linket i den første besked, eller log ind her.
mail-circle-remind-action = Se dine tider
mail-circle-moved-subject = Ny tid: { $time }
mail-circle-moved-body = En tid, du har sagt ja til, er flyttet til { $time }. Kan du ikke, så giv den tilbage. Brug linket i den første besked, eller log ind her.
mail-circle-moved-action = Se dine tider
mail-circle-cancelled-subject = Der er ikke brug for dig { $time }
mail-circle-cancelled-body = Tiden { $time } er aflyst. Tak, fordi du ville hjælpe.
mail-circle-cancelled-action = Se dine tider
mail-circle-freed-subject = Du hjælper ikke { $time }
mail-circle-freed-body = Du har givet tiden { $time } tilbage. Vi finder en anden. Tak, fordi du sagde det.
mail-circle-freed-action = Se dine tider
mail-circle-dropped-subject = En hjælper er faldet fra
mail-circle-dropped-body = Tiden { $time } mangler nu en hjælper.
mail-circle-dropped-action = Åbn tiden
mail-circle-unfilled-subject = { $n ->
    [one] En tid mangler en hjælper
   *[other] { $n } tider mangler en hjælper
 }
mail-circle-unfilled-body = Den første begynder { $time }. Spørg flere, eller lad kommunen tage den.
mail-circle-unfilled-action = Åbn kredsen
mail-circle-filled-subject = Alle tider er taget
mail-circle-filled-body = Der mangler ingen hjælpere lige nu.
mail-circle-filled-action = Åbn kredsen
mail-circle-owner-subject = Der er åbnet noget for dig
mail-circle-owner-body = { $municipality } har åbnet en side, som kun du og få andre kan se. Log ind for at læse med og bestemme.
mail-circle-owner-action = Åbn siden
mail-circle-coordinator-subject = Du er lukket ind i en kreds
mail-circle-coordinator-body = En kollega har lukket dig ind i en kreds. Log ind for at se den.
mail-circle-coordinator-action = Åbn kredsen
mail-circle-thanks-subject = Tak for din hjælp
mail-circle-thanks-body = Du hjalp, da nogen havde brug for det. Det betød noget. Tak fra { $municipality }.
mail-circle-thanks-action = Gå til din side
mail-circle-idle-subject = Kan kredsen lukkes?
mail-circle-idle-body = Der har ikke været brug for nogen i to uger. Luk kredsen, så ingen kan læse den mere, eller skriv, hvad der er brug for.
mail-circle-idle-action = Luk kredsen
mail-circle-closed-subject = Det er lukket nu
mail-circle-closed-body = Den side, vi åbnede for dig, er lukket. Ingen kan læse den mere.
mail-circle-closed-action = Gå til din side

act-circle-open = Åbnede en kreds
act-circle-read = Læste i en kreds
act-circle-take = Tog en tid i en kreds
act-circle-drop = Gav en tid i en kreds tilbage
act-circle-decline = Sagde nej til at hjælpe
verb-circle-read = { $who } læste i kredsen
verb-circle-take = { $who } tog en tid
verb-circle-drop = { $who } gav en tid tilbage
verb-circle-decline = { $who } sagde nej til at hjælpe
verb-circle-watch = Programmet så efter tider, der mangler
field-starts-at = Begynder
field-ends-at = Slutter
