# Administration: forsiden
aim-start = Kom i gang
aim-people = Mennesker
aim-reach = Beskeder
aim-spaces = Forløb
aim-look = Udseende og ord
aim-trust = Tillid
aim-run = Drift
administration-lead = Her indretter du siden til jeres kommune. Find det, du vil gøre.
administration-attention = Det her kræver dig nu
administration-calm = Alt er i orden. Der er ikke noget, du skal.
admin-start = Kom godt i gang
admin-start-hint = Fra tom side til det første forløb på et kvarter.
admin-look = Vælg navn, logo og farver
admin-look-hint = Siden skal ligne jeres kommune, og alle skal kunne læse den.
admin-labels = Vælg jeres egne betegnelser
admin-labels-hint = Hedder det byrådet eller kommunalbestyrelsen hos jer? Vælg det én gang, så står det overalt.
admin-journal = Læs journalen
admin-journal-hint = Alt, der er gjort, af hvem og hvornår. Den kan ikke ændres, uden at det opdages.
admin-retention = Bestem, hvor længe noget gemmes
admin-retention-hint = Det, I ikke har brug for længere, bliver slettet af sig selv.
admin-holds = Hold noget tilbage fra sletning
admin-holds-hint = Når en sag kører, må intet forsvinde om et menneske eller i et forløb.
admin-statement = Skriv tilgængelighedserklæringen
admin-statement-hint = Loven kræver den, og den skal ses efter hvert år.

# Kom i gang
start-title = Kom godt i gang
start-lead = Gør det ét skridt ad gangen. Der er cirka { $minutes ->
    [one] et minuts
   *[other] { $minutes } minutters
} arbejde tilbage, og du kan holde pause når som helst.
start-finished = I er i gang. Alt på listen er på plads.
start-card-title = Kom godt i gang
start-card = { $done } af { $all } skridt er på plads.
start-go-on = Fortsæt
start-done = På plads
start-without = Udeladt
start-without-because = Udeladt: { $reason }
start-again = Tag det med alligevel
start-minutes = { $n ->
    [one] { $n } minut
   *[other] { $n } minutter
}
start-leave-out = Det har vi ikke brug for
start-reason = Hvorfor ikke?
start-reason-hint = Så ved den næste, at I har tænkt over det.
start-leave-out-button = Udelad skridtet
start-name = Giv siden jeres navn og farver
start-name-why = Folk skal kunne se, at det er deres kommune. Kontrollér navnet, og vælg farver, hvis I har egne.
start-name-go = Vælg navn og farver
start-mail = Send en prøvemail
start-mail-why = Koder, invitationer og svar går ud som mail. Se, at den første kommer frem.
start-mail-go = Send en prøvemail
start-mail-missing = Der er ikke sat en mailserver op endnu. Bed it-afdelingen om at gøre det i indstillingerne. Indtil da venter al mail i udbakken.
start-administrator = Få en administrator mere
start-administrator-why = Hvis du bliver syg, skal en anden kunne komme ind.
start-administrator-go = Vælg en til
start-secretary = Giv en sekretær adgang
start-secretary-why = Sekretæren opretter forløb og holder dem i gang.
start-secretary-go = Vælg en sekretær
start-areas = Del kommunen op i områder
start-areas-why = Så kan folk se, hvad der sker, hvor de bor. Små kommuner kan godt undvære det.
start-areas-go = Opret et område
start-recipes = Se opskrifterne
start-recipes-why = En opskrift er en færdig begyndelse: trin, roller og spørgsmål. Se, om de passer til jer.
start-recipes-go = Se opskrifterne
start-space = Opret det første forløb
start-space-why = Vælg noget lille og virkeligt. I kan ændre det meste bagefter.
start-space-go = Opret et forløb
start-facilitator = Giv en facilitator adgang
start-facilitator-why = Facilitatoren får samtalen til at lykkes og passer på, at alle bliver hørt.
start-facilitator-go = Vælg en facilitator
start-accessibility = Skriv tilgængelighedserklæringen
start-accessibility-why = Loven kræver den fra den første dag, siden er åben.
start-accessibility-go = Skriv erklæringen
start-backup = Tag den første sikkerhedskopi
start-backup-why = Hvis maskinen går i stykker, er det den, der redder jer.
start-backup-go = Se hvordan
backup-last = Den seneste sikkerhedskopi er taget { $when }.
backup-never = Der er ikke taget en sikkerhedskopi endnu.
backup-unseen = Programmet kan ikke se, om der er taget en sikkerhedskopi. Skriv mappen i indstillingerne under backup.folder.
backup-how = Sådan gør I
backup-how-text = Den, der driver serveren, skriver denne ordre på den. Kopien bliver læst igennem, når den er skrevet.
backup-how-after = Læg kopien et andet sted end på serveren, og lad det ske af sig selv hver nat. Vejledningen til drift viser hvordan.
done-start-left-out = Skridtet er udeladt.
done-start-again = Skridtet er med igen.

# Den allerførste
first-title = Velkommen. Lad os komme i gang
first-lead = Siden er tom, og du er den første. Du bliver administrator og kan hjælpe de andre ind.
first-municipality = Hvad hedder kommunen?
first-municipality-hint = Som den står på skiltet. For eksempel: Prøveby Kommune
first-name = Hvad hedder du?
first-name-hint = Dit navn står ved det, du gør.
first-email = Din mailadresse
first-email-hint = Næste gang logger du ind med en kode, som vi sender hertil.
first-button = Begynd
done-first = Velkommen. Her er en liste over det, der skal på plads.
verb-administration-begin = { $who } blev den første administrator

# Udseende
look-title = Navn, logo og farver
look-lead = Få siden til at ligne jeres kommune. Vi regner efter, om farverne kan læses.
look-names = Navn og kontakt
look-name = Kommunens navn
look-name-hint = Står øverst på alle sider og under alle mails.
look-contact = Hvor kan folk skrive til jer?
look-contact-hint = En mailadresse eller et telefonnummer. Står på siden om det hele.
look-save-names = Gem navn og kontakt
look-colours = Farver
look-colours-text = Hovedfarven er på knapper og links. Den anden farve viser, hvor man er brug for. Resten af farverne følger med.
look-colour = Hovedfarve
look-colour-hint = Skriv koden fra jeres designguide, for eksempel #0f5257.
look-accent = Anden farve
look-accent-hint = For eksempel #a8401c.
look-save-colours = Gem farverne
look-try = Prøv dem først
look-own-colours = Brug programmets egne farver
look-trying = Du prøver farverne.
look-trying-text = Kun du kan se dem, og kun på denne side. Gem dem, hvis de er rigtige.
look-trying-stop = Tilbage til de farver, der gælder
look-contrast = Kan farverne læses?
look-contrast-text = Tallet siger, hvor meget farven skiller sig ud. Det skal være mindst 4,5 (WCAG 2.2).
look-use = Hvor
look-on-buttons = Hvid tekst på knapper
look-on-page = Tekst på sidens bund
look-on-sunk = Tekst på mørkere flader
look-with-black = Sort tekst på farven (bruges ikke)
look-enough = nok
look-not-enough = for lidt
look-instead = { $name }: den nærmeste farve, der kan læses, er { $colour }.
look-not-a-colour = »{ $text }« er ikke en farvekode. Skriv seks tegn som #0f5257.
look-too-faint = { $colour } er for lys til at læse. Den nærmeste farve, der kan læses, er { $instead }.
look-preview = Sådan ser det ud
look-preview-button = En knap
look-preview-quiet = En stille knap
look-preview-link = Et link
look-preview-card = Et kort med noget, man kan gøre nu.
look-preview-notice = En besked om noget, der lige er sket.
look-logo = Logo
look-logo-now = Det logo, der bruges nu
look-logo-file = Vælg en billedfil
look-logo-hint = PNG, JPEG eller WebP, højst en halv megabyte. SVG kan vi ikke tage, for den slags filer kan indeholde programmer.
look-logo-alt = Hvad står der i logoet?
look-logo-alt-hint = For dem, der får siden læst op. Lad det stå tomt, hvis navnet står ved siden af.
look-logo-alt-needed = Skriv, hvad der står i logoet. Ellers er der intet navn for den, der får siden læst op.
look-logo-kind = Den slags billede kan ikke bruges som logo. Gem det som PNG, JPEG eller WebP.
look-logo-svg = SVG kan vi ikke tage, for den slags filer kan indeholde programmer. Gem logoet som PNG.
look-logo-none = Vælg en fil først.
look-beside = Skal kommunens navn stå ved siden af?
look-beside-yes = Ja, navnet står ved siden af logoet
look-beside-no = Nej, navnet er en del af logoet
look-save-logo = Gem logoet
look-remove-logo = Fjern logoet
changed-name = navn og kontakt
changed-colour = farver
changed-logo = logo
done-look = Det er gemt, og alle kan se det nu.
verb-administration-look = { $who } ændrede sidens udseende: { $changed }

# Betegnelser
labels-title = Jeres egne betegnelser
labels-lead = Det samme hedder noget forskelligt i kommunerne. Vælg jeres ord, så bruger hele siden dem, på dansk og engelsk.
labels-now = Nu siger siden:
labels-change = Vælg et andet ord
labels-name = Hvad hedder det hos jer?
labels-own = Noget andet, som vi selv skriver
labels-own-hint = Skriver I selv, skal alle former med, så sætningerne bliver rigtige.
labels-danish = På dansk
labels-english = På engelsk
labels-form-0 = Én (uden »en« eller »et«)
labels-form-1 = Den bestemte
labels-form-2 = Flere
labels-form-3 = Alle de bestemte
labels-signs = Skriv kun bogstaver, tal og mellemrum.
labels-save = Brug det ord
done-label = Siden bruger nu jeres ord.
verb-administration-label = { $who } valgte, hvad noget hedder: { $label }

# Journal
journal-title = Journal
journal-lead = Her står alt, hvad der er gjort: hvem, hvad, hvor og hvornår. Fra lukkede forløb ser du kun, at noget er sket.
journal-check-title = Er journalen hel?
journal-holds = Journalen er hel
journal-checked = Sidst kontrolleret: { $when }. { $entries } linjer i { $spaces } forløb.
journal-erased-count = { $n ->
    [one] I { $n } af dem er indholdet slettet.
   *[other] I { $n } af dem er indholdet slettet.
}
journal-broken = { $n ->
    [one] Journalen er brudt ét sted
   *[other] Journalen er brudt { $n } steder
}
journal-broken-do = Nogen har ændret noget uden om programmet, eller disken er i stykker. Hent en sikkerhedskopi frem, og sammenlign.
journal-unchecked = Journalen er ikke kontrolleret i to dage
journal-never-checked = Den er ikke kontrolleret endnu. Det sker af sig selv en gang i døgnet.
journal-checking = Kontrollen er i gang.
journal-look-again = Se efter nu
journal-check-now = Kontrollér nu
journal-space = Forløb
journal-space-hint = Navnet, som det står på siden.
journal-person = Hvem
journal-person-hint = Mailadresse eller hele navnet. Personen kan se, at du har søgt.
journal-act = Handling
journal-any-act = Alle handlinger
journal-from = Fra
journal-to = Til og med
journal-find = Find
journal-all = Vis alt
journal-no-space = Der er intet forløb med navnet »{ $text }«. Skriv det, som det står på forløbets side.
journal-no-person = Vi kender ingen »{ $text }«. Skriv hele navnet eller mailadressen.
journal-many-people = Der er { $n } med det navn. Skriv mailadressen på den, du mener: { $addresses }
journal-entries = Linjer
journal-none = Der er ingen linjer, der passer.
journal-what = Hvad
journal-at = Hvornår
journal-number = Nummer
journal-number-of = Nr. { $n }
journal-content = Indhold
journal-erased = Indholdet er slettet
journal-closed = Lukket for dig
journal-closed-space = Et lukket forløb
journal-older = Ældre linjer
journal-copy = Tag en kopi
journal-copy-text = Kopien har de linjer, du har fundet, højst 50.000. Det bliver skrevet i journalen, at du tog den.
journal-copy-csv = Som regneark (CSV)
journal-copy-json = Til programmer (JSON)
done-journal-check = Vi kontrollerer journalen. Det varer et øjeblik.
verb-administration-export = { $who } tog en kopi af { $count } linjer i journalen

# Opbevaring
retention-title = Hvor længe noget gemmes
retention-lead = Personoplysninger må ikke ligge længere end nødvendigt. Én gang i døgnet sletter programmet det, der er for gammelt.
retention-last = Der blev sidst ryddet op { $day }.
retention-not-yet = Der er ikke ryddet op endnu.
retention-see-holds = Se, hvad der holdes tilbage
retention-due = { $n ->
    [one] { $n } ville blive slettet i dag
   *[other] { $n } ville blive slettet i dag
}
retention-now = { $n ->
    [0] ingen lige nu
    [one] { $n } lige nu
   *[other] { $n } lige nu
}
retention-change = Ret reglen
retention-days = Antal dage
retention-days-hint = Mellem { $least } og { $most }.
retention-purpose = Hvad gemmer I det til?
retention-purpose-hint = Det står på siden om privatliv. Tomt: programmets egen forklaring.
kept-codes = Koder til at logge ind
kept-codes-what = Mailadressen og et aftryk af koden.
kept-codes-why = En kode gælder i ti minutter. Et døgn er nok til at finde ud af, hvorfor nogen ikke kom ind.
kept-sessions = Spor af, at nogen var logget ind
kept-sessions-what = Hvilken enhed og hvornår, efter at det er udløbet.
kept-sessions-why = Man skal kunne se, om en fremmed har brugt ens adgang.
kept-held = Tekster, der venter på en kollega
kept-held-what = Det, nogen ville vise, men som lignede et personnummer, et telefonnummer eller en mailadresse. Teksten ligger låst, til en kollega har set på den.
kept-held-why = Har ingen set på teksten efter 30 dage, bliver den slettet. Når en kollega har svaret, bliver den slettet med det samme. Reglen kan ikke ændres.
kept-messages = Sendte beskeder
kept-messages-what = Mails og sms'er, der er sendt eller opgivet, med tekst og modtager.
kept-messages-why = I et kvartal kan I svare på, om en besked er sendt. Det, den handlede om, står i forløbet.
kept-imports = Rester af importerede lister
kept-imports-what = Hvad hver række i filen ændrede, og de rækker, der ikke kunne læses.
kept-imports-why = I en måned kan en import fortrydes. Derefter er der ikke brug for det.
kept-invitations = Invitationer i afsluttede forløb
kept-invitations-what = Navn og mailadresse på dem, der blev inviteret. Dagene tæller fra, forløbet blev afsluttet.
kept-invitations-why = I et år kan forløbet åbnes igen med de samme mennesker.
kept-interests = Hvem der har meldt sig til en plads
kept-interests-what = Hvad de gerne ville, hvad de skrev, og hvem der var hvem i en lodtrækning. Dagene tæller fra, opslaget blev lukket. De, der fik en plads eller er suppleanter, bliver på listen over pladser.
kept-interests-why = I et halvt år kan der være brug for at finde en til en ledig plads.
kept-readings = Hvem der har set hvis oplysninger
kept-readings-what = At nogen så, hvad der er gemt om et andet menneske.
kept-readings-why = Man skal kunne opdage misbrug, også når det er et stykke tid siden.
kept-people = Mennesker, der ikke bruger siden
kept-people-what = Navn, mail og telefon på folk uden rolle, bidrag og aftaler, som ikke har været her. Dagene tæller fra sidste besøg.
kept-people-why = Den, der ikke har givet noget og ikke kommer igen, har vi ingen grund til at huske.
done-rule = Reglen er gemt.
verb-administration-rule = { $who } ændrede, hvor længe noget gemmes: { $kept }, fra { $before } til { $days } dage
verb-administration-remove = Oprydning: { $count } poster var for gamle og er slettet

# Tilbageholdelse
holds-title = Holdt tilbage fra sletning
holds-lead = Når der er en klage, en retssag eller en aktindsigt i gang, må intet forsvinde. Sæt en grund og en dato på.
holds-list = Det, der holdes tilbage
holds-none = Intet holdes tilbage.
holds-ending = { $n ->
    [one] En tilbageholdelse udløber inden to uger
   *[other] { $n } tilbageholdelser udløber inden to uger
}
hold-new = Hold noget tilbage
hold-what = Hvad gælder det?
hold-person = Et menneske
hold-space = Et forløb
hold-name = Hvem eller hvilket
hold-name-hint = Mailadresse eller hele navnet, eller forløbets navn.
hold-many-spaces = Flere forløb hedder det. Skriv det sidste led i adressen på det rigtige: { $slugs }
hold-reason = Grund
hold-reason-hint = For eksempel nummeret på sagen. Den, det gælder, kan se det.
hold-until = Til og med
hold-until-hint = Sæt en dato. Den kan forlænges.
hold-until-wrong = Vælg en dag fra i dag og højst { $years } år frem.
hold-set = Hold det tilbage
hold-lift = Ophæv
hold-lifted = Ophævet
hold-over = Udløbet
done-hold = Det holdes tilbage. Intet bliver slettet, før det er forbi.
done-lift = Det er ophævet. Reglerne gælder igen.
verb-administration-hold = { $who } holdt noget tilbage fra sletning til { $until }
verb-administration-lift = { $who } ophævede en tilbageholdelse
reading-journal = Det, du har gjort, i journalen
reading-hold = Dine oplysninger, da en bestemte, at noget om dig ikke må slettes
stored-hold = At noget om dig ikke må slettes, og hvorfor
stored-hold-placed = At du har holdt noget tilbage fra sletning
stored-hold-lifted = At du har ophævet en tilbageholdelse

# Tilgængelighedserklæring
statement-title = Tilgængelighedserklæring
statement-lead = Loven kræver, at siden har en erklæring om, hvem der kan bruge den. Svar her, og skriv det samme i WAS-Tool.
statement-checked = Hvad programmet selv har efterprøvet
statement-checked-text = Hver gang programmet bliver bygget, bliver siderne prøvet af en maskine. Den finder de fejl, som en maskine kan se. De vigtigste opgaver bliver også prøvet uden mus og uden scripts.
statement-unchecked-text = Det er ikke nok til at skrive, at alt er i orden. Ingen maskine kan se, om jeres egne tekster, billeder og filer kan bruges af alle. Det må mennesker prøve.
statement-tool = Åbn WAS-Tool
statement-see = Se siden, som alle ser
statement-status = Hvor langt er I?
statement-status-hint = Skriv kun »helt«, når nogen har set efter.
statement-exceptions = Hvad kan ikke alle bruge?
statement-exceptions-hint = Nævn sider og filer, og hvad man kan gøre i stedet.
statement-burden = Hvad ville være uforholdsmæssigt dyrt at rette?
statement-burden-hint = Kun hvis I har regnet på det. Skriv hvorfor.
statement-method = Hvordan er det vurderet?
statement-assessed = Hvornår blev det vurderet?
statement-assessed-future = Dagen ligger ude i fremtiden. Skriv, hvornår det skete.
statement-phone = Telefon
statement-phone-hint = Loven kræver både et telefonnummer og en skriftlig vej.
statement-contact = Mail eller anden skriftlig vej
statement-contact-hint = Hvor man skriver, hvis noget ikke kan bruges.
statement-official = Erklæringens adresse i WAS-Tool
statement-official-hint = Den begynder med https://was.digst.dk/. Så fører den korte adresse /was derhen.
statement-official-wrong = Adressen skal begynde med https://was.digst.dk/.
statement-save = Offentliggør
statement-draft = Siden er ny, og vi har ikke afprøvet vores egne tekster, billeder og filer endnu.
statement-missing = Erklæringen er ikke skrevet
statement-old = Erklæringen er over et år gammel og skal ses efter
done-accessibility = Erklæringen er offentliggjort.
verb-administration-state = { $who } offentliggjorde tilgængelighedserklæringen
accessible-fully = Siden opfylder kravene helt.
accessible-partially = Siden opfylder kravene delvist.
accessible-not = Siden opfylder ikke kravene.
assessed-self = Vi har selv vurderet det
assessed-third = Andre har vurderet det for os
assessed-other = På en anden måde
assessed-self-text = Kommunen har selv vurderet siden.
assessed-third-text = Andre har vurderet siden for kommunen.
assessed-other-text = Siden er vurderet på en anden måde.
accessibility-lead = { $municipality } vil gerne have, at alle kan bruge siden. Her står, hvor langt vi er.
accessibility-not-yet = Kommunen har ikke skrevet sin erklæring endnu. Er der noget, du ikke kan bruge, så skriv eller ring.
accessibility-status = Hvor langt vi er
accessibility-exceptions = Det, som ikke alle kan bruge
accessibility-burden = Det, som er for dyrt at rette nu
accessibility-preparation = Hvordan vi ved det
accessibility-assessed = Vurderet { $date }.
accessibility-date = Erklæringen er sidst set efter { $date }.
accessibility-official = Læs hele erklæringen hos Digitaliseringsstyrelsen
accessibility-feedback = Er der noget, du ikke kan bruge?
accessibility-feedback-text = Fortæl os det. Så finder vi en anden vej for dig, og vi retter det, hvis vi kan.
accessibility-enforcement = Hvis vi ikke hjælper
accessibility-enforcement-text = Digitaliseringsstyrelsen holder øje med, at det offentlige overholder loven.
accessibility-authority = Læs om webtilgængelighed hos Digitaliseringsstyrelsen
accessibility-program = Om programmet
accessibility-program-text = Programmet bag siden bliver kontrolleret automatisk, hver gang det ændres: kontrast, overskrifter, felternes navne, og om man kan klare sig uden mus. En maskine finder kun nogle af de fejl, der kan være.

# Privatliv
footer-accessibility = Tilgængelighedserklæring
footer-privacy = Privatliv og cookies
privacy-lead = { $municipality } har ansvaret for det, der gemmes om dig her. Vi gemmer så lidt som muligt.
privacy-why = Hvorfor vi gemmer noget
privacy-why-text = Borgere og kommune løser opgaver sammen her. Derfor skal man kunne se, hvem der sagde og lovede hvad. Der er ingen reklamer, ingen sporing og ingen andre firmaer på siden.
privacy-stored = Hvad vi gemmer
privacy-stored-text = Dit navn, den vej, vi kan få fat i dig på, og det, du selv giver til et forløb. Ingen kan se, hvad du svarer i en dialog.
privacy-stored-all = Alt, der kan være gemt om et menneske
privacy-how-long = Hvor længe
privacy-how-long-text = Det, du har sagt og lovet i det åbne, bliver stående. Andet bliver slettet af sig selv, når det er for gammelt. Det kan vare længere, hvis en sag er i gang.
privacy-what = Hvad
privacy-days = Hvor længe
privacy-reason = Hvorfor
privacy-rights = Dine rettigheder
privacy-rights-text = På din side kan du se alt, der er gemt om dig, og hvem der har set det. Du kan hente det, rette det og forlade siden. Er du utilfreds, kan du klage til Datatilsynet.
privacy-cookies = Cookies
privacy-cookies-text = Siden sætter kun de cookies, den ikke kan virke uden. Derfor spørger vi ikke om lov.
privacy-cookie-samskab = Husker, at du er logget ind.
privacy-cookie-sprog = Husker, hvilket sprog du har valgt.
privacy-cookie-deltager = Husker dine svar i en dialog, når du ikke er logget ind.
privacy-cookie-vej = Husker i et kvarter, at du er på vej ind gennem MitID eller lignende.
privacy-cookie-hjaelper = Husker, at du lige nu hjælper en anden.
privacy-cookie-enhed = Kun på en skærm, der hænger i et hus: husker i et år, hvilken skærm det er. Der står intet om mennesker i den.
