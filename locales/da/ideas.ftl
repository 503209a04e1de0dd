ideas-tab = Idéer
ideas-title = Idéer
ideas-lead = Alle idéer står her, de nyeste først. Du kan støtte en idé, være med til at gøre den eller skrive din egen.
ideas-all = Se alle idéer
ideas-empty-title = Der er ingen idéer endnu
ideas-empty = En idé kan være lille eller stor. Den første er den sværeste, så skriv bare den.
ideas-none = Ingen idéer passer
ideas-how = Hvad sker der med idéerne?
ideas-how-text = Ligner to idéer hinanden, bliver de lagt sammen, og alle, der skrev dem, står der stadig. En god idé kan blive til en anbefaling. Er den klar, kan nogen begynde med det samme. Bliver en idé ikke til noget, står der hvorfor.
ideas-write = Skriv en idé
ideas-sign-in-write = Log ind, og skriv en idé
ideas-sign-in-support = Log ind for at støtte
ideas-looks = Vælg, hvilke idéer du vil se
ideas-look-all = Alle
ideas-look-open = Venter på flere
ideas-look-became = Blev til noget
ideas-look-aside = Lagt til side
ideas-unseen-first = De idéer, færrest har støttet, står øverst. Så får de sene idéer også en chance.
ideas-search = Søg i idéerne

ideas-state-waiting = Venter på et kig
ideas-state-open = Åben
ideas-state-merged = Lagt sammen
ideas-state-recommended = Blev til en anbefaling
ideas-state-agreed = Aftalt
ideas-state-started = I gang
ideas-state-done = Gjort
ideas-state-aside = Lagt til side
ideas-state-withdrawn = Trukket tilbage

ideas-by-more = { $n ->
    [one] { $names } og 1 til
   *[other] { $names } og { $n } til
}
ideas-from-hall = Fra salen
ideas-from-paper = På papir
ideas-from-nameless = Fra { $n } i salen
ideas-backers = { $n ->
    [one] 1 støtter den
   *[other] { $n } støtter den
}
ideas-helpers = { $n ->
    [one] 1 vil være med til at gøre den
   *[other] { $n } vil være med til at gøre den
}
ideas-helpers-names = De vil være med: { $names }
ideas-span-started = { $n ->
    [0] Fra idé til i gang: samme dag
    [one] Fra idé til i gang: 1 dag
   *[other] Fra idé til i gang: { $n } dage
}
ideas-span-agreed = { $n ->
    [0] Fra idé til aftale: samme dag
    [one] Fra idé til aftale: 1 dag
   *[other] Fra idé til aftale: { $n } dage
}
ideas-median-title = Fra idé til i gang
ideas-median = { $n ->
    [one] Det tog den ene idé, der er i gang.
   *[other] Halvdelen af de { $n } idéer, der er i gang, tog højst så længe.
}
ideas-median-how = Sådan er det talt
ideas-median-defined = Vi tæller fra den dag, idéen blev skrevet første gang, til den dag, nogen fortalte, at den var i gang. Er flere idéer lagt sammen, tæller den ældste. Idéer, der ikke er i gang endnu, tæller ikke med.
ideas-section-counts = { $n ->
    [one] 1 idé, og { $became } blev til noget.
   *[other] { $n } idéer, og { $became } blev til noget.
}
ideas-section-median = { $n ->
    [0] Fra idé til i gang: ofte samme dag.
    [one] Fra idé til i gang: ofte 1 dag.
   *[other] Fra idé til i gang: ofte { $n } dage.
}

# Når man skriver
ideas-write-lead = Skriv én idé ad gangen. Alle kan læse den, og dit navn står ved.
ideas-field-title = Hvad er din idé?
ideas-field-title-hint = Sig det kort. For eksempel: Bænke på vejen til butikken
ideas-field-text = Hvorfor, og hvem er den god for?
ideas-field-text-hint = Et par sætninger er nok.
ideas-field-helps = Jeg vil gerne være med til at gøre den
ideas-send = Send idéen
ideas-send-anyway = Send min idé alligevel
ideas-save = Gem
ideas-look-first = Ligner din idé en af disse?
ideas-yours = Din idé
ideas-similar-title = De her ligner
ideas-similar-lead = Er det den samme tanke? Så støt den i stedet. Mange bag én idé er bedre end mange ens.
ideas-support-instead = Støt den i stedet
ideas-change = Ret idéen
ideas-withdraw = Træk idéen tilbage
ideas-withdrawn-text = Den, der skrev idéen, har trukket den tilbage.
done-idea-written = Tak for idéen. Du får besked, når der sker noget med den.
done-idea-changed = Idéen er rettet.
done-idea-withdrawn = Idéen er trukket tilbage.
ideas-not-alone-title = Andre er med på idéen nu
ideas-not-alone = Andre støtter idéen, eller den er lagt sammen med en anden. Så kan du ikke rette den mere. Spørg facilitatoren.

# Én idé
ideas-why = Hvorfor, og hvem er den god for?
ideas-support-title = Hvem er med?
ideas-support-none = Ingen har støttet den endnu.
ideas-back = Støt idéen
ideas-help = Jeg vil være med til at gøre den
ideas-no-more = Fortryd
ideas-you-back = Du støtter den.
ideas-you-help = Du vil være med til at gøre den.
done-idea-backs = Du støtter idéen nu. Du får besked, når der sker noget.
done-idea-helps = Godt. Nu kan de andre se, at du vil være med.
done-idea-no-support = Det er fortrudt.
ideas-no-support-title = Idéen kan ikke støttes
ideas-no-support = Den er lagt til side eller trukket tilbage.
ideas-became = Det blev det til
ideas-begin-title = Er den klar?
ideas-begin-text = En god idé behøver ikke vente. Find en, der vil gøre den, og sæt en dag på.
ideas-begin = Begynd nu
ideas-begin-more = Lav en aftale mere
ideas-is-merged = Idéen er lagt sammen med:
ideas-why-aside = Derfor er den lagt til side:
ideas-parts = { $n ->
    [one] Lagt sammen med 1 idé
   *[other] Lagt sammen med { $n } idéer
}
ideas-parts-lead = De sagde det samme på hver sin måde. Alle, der skrev dem, er med.
ideas-part = Skil dem ad igen
ideas-part-hint = { $n ->
    [one] { $name } lagde 1 idé ind den { $date }.
   *[other] { $name } lagde { $n } idéer ind den { $date }.
}
ideas-history = Idéens vej
ideas-history-written = Skrevet
ideas-history-merged = { $n ->
    [one] Lagt sammen med 1 idé
   *[other] Lagt sammen med { $n } idéer
}
ideas-history-agreed = Nogen lovede at gøre den
ideas-history-started = I gang
ideas-history-done = Gjort
ideas-can = Det kan du også
ideas-way-hall = I salen
ideas-way-paper = På papir
ideas-way-helped = Skrevet ind med hjælp fra { $name }

# Læg sammen
ideas-merge-title = Læg sammen med andre
ideas-merge-lead = Vælg de idéer, der siger det samme. De bliver en del af denne, og alle, der har skrevet eller støttet dem, følger med. Det kan gøres om.
ideas-merge-search = Søg efter andre idéer
ideas-merge-which = Hvilke idéer siger det samme?
ideas-merge-none-chosen = Vælg mindst én idé.
ideas-merge-nothing = Vi fandt ingen. Søg med andre ord.
ideas-merge-then = Sådan skal den stå bagefter
ideas-merge-field = Idéen
ideas-merge-text-hint = Tag gerne noget med fra de andre.
ideas-merge = Læg dem sammen
done-ideas-merged = De er lagt sammen. De, der skrev dem, får besked.
done-ideas-parted = De er skilt ad igen.
ideas-cannot-merge-title = En af idéerne kan ikke lægges ind
ideas-cannot-merge = Den er måske lagt sammen med en anden, eller den er allerede blevet til noget. Gå tilbage, og vælg igen.
ideas-cannot-part-title = De kan ikke skilles ad
ideas-cannot-part = Der er sket noget med idéen, siden de blev lagt sammen. Så bliver de ved med at være én.
ideas-not-open-title = Der er allerede sket noget med idéen
ideas-not-open = Gå tilbage til idéen, og se, hvor den står.

# Til side
ideas-aside-title = Læg idéen til side
ideas-aside-lead = Ikke alt kan blive til noget. Skriv hvorfor, så den, der skrev idéen, kan forstå det. Alle kan læse det.
ideas-aside-reason = Hvorfor bliver den ikke til noget nu?
ideas-aside-reason-hint = Sig tak, og sig det ærligt. For eksempel: Tak for idéen. Banen ejer vi ikke, men vi har sendt den videre.
ideas-aside-button = Læg til side
ideas-take-up = Tag idéen op igen
done-idea-aside = Idéen er lagt til side. Den, der skrev den, får din begrundelse.
done-idea-taken-up = Idéen er åben igen.
ideas-not-aside-title = Idéen er ikke lagt til side
ideas-not-aside = Nogen har taget den op igen.

# Sedler
ideas-notes-title = Skriv sedler ind
ideas-notes-lead = Skriv hver seddel på sin egen linje, som den står. Bagefter ser du, hvilke der ligner hinanden.
ideas-notes-way = Hvor kommer de fra?
ideas-notes-from-hall = Sedler fra et møde
ideas-notes-from-paper = Breve og andet papir
ideas-notes-field = Sedlerne
ideas-notes-field-hint = Én på hver linje, højst 60 ad gangen. Skriv ingen navne.
ideas-notes-look = Se dem igennem
ideas-notes-check = { $n ->
    [one] Her er 1 seddel. Intet er gemt endnu.
   *[other] Her er { $n } sedler. Intet er gemt endnu.
}
ideas-notes-alike = { $n ->
    [one] 1 ligner noget, der er der i forvejen.
   *[other] { $n } ligner noget, der er der i forvejen.
}
ideas-notes-is-alike = Ligner en anden
ideas-notes-own = En idé for sig
ideas-notes-with = Læg sammen med seddel { $n }: { $text }
ideas-notes-into = Læg sammen med: { $title }
ideas-notes-drop = Tag den ikke med
ideas-notes-save = Gem sedlerne
ideas-notes-again = Begynd forfra
ideas-notes-none = Du har ikke taget nogen sedler med.
ideas-notes-too-many = Der er { $n } sedler. Del dem op, højst { $most } ad gangen.
ideas-notes-too-long = Seddel { $line } har { $length } tegn. Der er plads til { $most }. Del den i to, eller skriv den kortere.
done-ideas-noted = Sedlerne er gemt som idéer.

# I salen
ideas-hall-title = Saml idéer i salen
ideas-hall-lead = Vis en kode på skærmen. Folk peger telefonens kamera på den og skriver en idé. De skal ikke logge ind, og vi spørger ikke om navn.
ideas-hall-question = Hvad spørger I om?
ideas-hall-question-hint = Ét åbent spørgsmål, som alle i salen kan svare på. For eksempel: Hvad kan gøre havnen bedre?
ideas-hall-look-first = Se hver idé igennem, før den kommer på skærmen
ideas-hall-look-first-hint = Så kommer der ikke noget op, der sårer nogen.
ideas-hall-open = Åbn salen
ideas-hall-is-open = Salen er åben nu.
ideas-hall-earlier = Det har I samlet
ideas-hall-open-now = Åben
ideas-hall-closed-now = Lukket
ideas-hall-until = Lukker af sig selv kl. { $time }
ideas-hall-waiting = { $n ->
    [one] 1 idé venter på dit kig
   *[other] { $n } idéer venter på dit kig
}
ideas-hall-nothing-waits = Ingen idéer venter
ideas-hall-comes-here = Nye idéer kommer frem her af sig selv.
ideas-hall-comes-at-once = Idéerne kommer på skærmen med det samme.
ideas-hall-more = { $n ->
    [one] 1 mere kommer frem, når du har set på dem her.
   *[other] { $n } mere kommer frem, når du har set på dem her.
}
ideas-hall-look-how = Vis alt, der er en idé og ikke sårer nogen. Det, du ikke viser, bliver slettet.
ideas-hall-show = Vis den
ideas-hall-hide = Vis den ikke
ideas-hall-show-all = Vis alle { $n }
ideas-hall-shown = På skærmen
ideas-hall-screen = Skærmen
ideas-hall-see-screen = Åbn den store skærm
ideas-hall-qr = En kode til telefonens kamera
ideas-hall-count = { $n ->
    [0] Ingen idéer endnu
    [one] 1 idé
   *[other] { $n } idéer
}
ideas-hall-close = Luk salen
done-hall-opened = Salen er åben. Vis den store skærm.
done-hall-closed = Salen er lukket. Idéerne bliver stående.
done-hall-let-in = De er på skærmen nu.
done-hall-turned-away = Den bliver ikke vist.
ideas-hall-already-title = Salen er åben i forvejen
ideas-hall-already = I kan samle ét sted ad gangen. Luk den, der er åben, først.
ideas-hall-closed-title = Salen er lukket
ideas-hall-closed = Der kan ikke sendes flere idéer her.
ideas-not-waiting-title = Den venter ikke mere
ideas-not-waiting = En anden har set på den.
ideas-screen-title = Idéer fra salen
ideas-screen-how = Peg kameraet på koden, eller gå til
ideas-screen-closed = Tak for alle idéerne
ideas-screen-empty = Her kommer jeres idéer.
ideas-say-field = Din idé
ideas-say-field-hint = Én idé ad gangen. Du kan sende flere.
ideas-say-more = Fortæl lidt mere
ideas-say-nameless = Vi spørger ikke, hvem du er. Skriv ikke navne på andre.
ideas-say-send = Send idéen
ideas-say-closed = Salen er lukket. Der kan ikke sendes flere idéer her.
ideas-say-yours = Det skrev du
ideas-say-see-all = Se alle idéer
done-idea-said = Tak. Din idé er på skærmen nu. Har du en til?
done-idea-handed-in = Tak. Nogen ser på din idé, og så kommer den på skærmen. Har du en til?

# Det kan du gøre nu
ideas-todo-write = Har du en idé?
ideas-todo-write-detail = Det tager et par minutter, og du får besked om, hvad den bliver til.
ideas-todo-write-button = Skriv den
ideas-todo-waiting = { $n ->
    [one] 1 idé fra salen venter på dit kig
   *[other] { $n } idéer fra salen venter på dit kig
}
ideas-todo-waiting-detail = De kommer på skærmen, når du har set dem.
ideas-todo-hall = Salen er åben
ideas-todo-hall-detail = Folk kan sende idéer fra deres telefon.
ideas-todo-hall-button = Gå til salen
ideas-mine-merged = lagt sammen med: { $title }
glance-ideas = Idéer
glance-ideas-defined = Hvor mange idéer der er åbne, og om nogen fra en sal venter på et kig. En åben idé er hverken blevet til noget eller lagt til side.
glance-ideas-answered = Alle { $all } har fået svar
glance-ideas-open = { $open } af { $all } åbne
glance-ideas-waiting = { $waiting } venter på et kig

# Det, der skete
verb-ideas-write = { $who } skrev en idé: { $title }
verb-ideas-change = { $who } rettede sin idé: { $title }
verb-ideas-withdraw = { $who } trak en idé tilbage: { $title }
verb-ideas-note = { $who } skrev en seddel ind: { $title }
verb-ideas-merge = { $who } lagde idéer sammen: { $title }
verb-ideas-part = { $who } skilte idéer ad igen: { $title }
verb-ideas-set-aside = { $who } lagde en idé til side: { $title }
verb-ideas-take-up = { $who } tog en idé op igen: { $title }
verb-ideas-open-hall = { $who } begyndte at samle idéer i salen: { $title }
verb-ideas-close-hall = Salen er lukket: { $title }
verb-ideas-say = Nogen i salen skrev en idé: { $title }
verb-ideas-let-in = { $who } viste en idé fra salen: { $title }
verb-ideas-turn-away = { $who } viste ikke en idé fra salen: { $title }
act-ideas-support = Støttede en idé eller fortrød det

# Mails
mail-idea-merged-subject = Din idé er lagt sammen med en anden
mail-idea-merged-body = Din idé »{ $title }« siger det samme som andre. Nu er de én: »{ $into }«. Du står der stadig som en af dem, der fik idéen.
mail-idea-merged-action = Se idéen
mail-idea-aside-subject = Idéen »{ $title }« er lagt til side
mail-idea-aside-body = Idéen »{ $title }« bliver ikke til noget lige nu. Her er hvorfor: { $reason }
mail-idea-aside-action = Se idéen
mail-idea-recommended-subject = En anbefaling bygger på idéen »{ $title }«
mail-idea-recommended-body = Idéen »{ $title }« er nu med i en anbefaling: »{ $what }«. Du får besked, når der er et svar.
mail-idea-recommended-action = Se idéen
mail-idea-agreed-subject = Nogen vil gøre idéen »{ $title }«
mail-idea-agreed-body = Idéen »{ $title }« er blevet til en aftale: »{ $what }«. Der står, hvem der gør den, og hvornår.
mail-idea-agreed-action = Se idéen

# Det, der er gemt
stored-idea = Idéer, du har skrevet
stored-idea-author = At du står som en af dem, der fik en idé
stored-idea-support = Idéer, du støtter
stored-idea-entered = Idéer, du har skrevet ind for andre
stored-idea-hall = Sale, du har åbnet for idéer
stored-idea-merge = Idéer, du har lagt sammen
field-level = Hvordan
field-question = Spørgsmål
field-opened-at = Åbnet
contribution-kind-idea = Idé
contribution-kind-support = Støtte til en idé
search-kind-idea = Idé
