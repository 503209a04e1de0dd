# Siden omkring det hele
skip = Gå til indholdet
nav-main = Hovedmenu
nav-spaces = Forløb
nav-areas = { -Local-area-many }
nav-outcomes = Det blev det til
nav-administration = Administration
nav-mine = Min side
nav-sign-in = Log ind
language-switch = English
live-updated = Siden er opdateret.
live-gone = Noget er ændret, mens du var her. Du kan læse siden, men ikke bruge den mere.
live-gone-link = Gå til { $space }
footer-about = Om siden
footer-how = Sådan virker det
footer-patterns = Mønstre
footer-attribution = Bygget på Det Fælles Designsystem. Samskab er fri software (MPL-2.0).
crumbs = Du er her
cancel = Fortryd
save = Gem
print = Udskriv
used-of = { $used } af { $all }
to-front = Til forsiden
money = { $amount } kr.
yesterday = I går
today-at = I dag { $time }
days = { $n ->
    [one] { $n } dag
   *[other] { $n } dage
}
years = { $n } år
days-ago = { $n ->
    [one] { $n } dag siden
   *[other] { $n } dage siden
}
whole-municipality = Hele kommunen
somebody = Nogen
month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

# Demonstrationen
demo-bar = Demonstration.
demo-you-are = Alle mennesker her er opdigtede. Du ser siden som
demo-role-secretary = Sekretær
demo-role-facilitator = Facilitator
demo-role-citizen = Borger
demo-role-politician = Politiker
demo-role-doer = Udfører
demo-role-none = Ikke logget ind
demo-mailbox = Postkassen

# Forsiden
front-name = Forside
front-title = Velkommen i { $municipality }
front-lead = Her laver borgere, foreninger, medarbejdere og politikere velfærd sammen. Du kan være med til at beslutte, og du kan være med til at gøre det.
front-see-spaces = Se, hvad der er i gang
front-needed = Her er der brug for dig
front-board = På opslagstavlen
front-all-spaces = Alle forløb
front-empty-title = Der er ikke noget på tavlen endnu
front-empty = Når kommunen begynder på noget sammen med borgerne, hænger det her.
front-deeds = Det bliver gjort
front-no-deeds = Når nogen lover at gøre noget, står det her: hvem, hvad og hvornår.
latest = Senest
feed-empty = Der er ikke sket noget endnu.
feed-all = Se alt, der er sket
feed-explained = Alt, hvad der bliver gjort i forløbet, står her. Listen kan ikke ændres bagefter uden at det opdages.

# Det blev det til
outcomes-lead = Det, vi beslutter sammen, bliver til aftaler. Her kan du se, hvem der gør hvad, og hvor langt de er.
outcomes-followup = Se, hvad hver anbefaling blev til
outcomes-empty-title = Ingen aftaler endnu
deed-what = Hvad
deed-who = Hvem gør det
deed-when = Hvornår
deed-status = Status
deed-with = med { $name }
status-agreed = Aftalt
status-started = I gang
status-waiting = Venter
status-waiting-for = Venter på: { $what }
status-done = Færdig
status-given-up = Opgivet
status-late = { $n ->
    [one] { $n } dag over tiden
   *[other] { $n } dage over tiden
}

# Om
about-lead = Andre steder slutter samtalen, når der er truffet en beslutning. Her går den videre, til det er gjort.
about-frame = 1. Banen
about-frame-text = { -Council-the } skriver, hvad opgaven er, hvad der ligger fast, og hvad der er åbent. Så ved alle, hvad der kan ændres.
about-team = 2. Holdet
about-team-text = Borgere og politikere bliver inviteret. Alle på holdet læser rammen, før de går i gang.
about-dialogue = 3. Dialogen
about-dialogue-text = Alle kan tage stilling til korte udsagn og skrive deres egne. Et kort viser, hvor meningerne ligger, og hvad der samler.
about-decision = 4. Beslutning
about-decision-text = Udvalget skriver nummererede anbefalinger. { -Council-the } svarer på hver enkelt med en begrundelse.
about-deeds = 5. Handling
about-deeds-text = Det, der bliver sagt ja til, bliver til aftaler: hvem gør hvad hvornår, med hvilke ressourcer, og hvem i kommunen hjælper.
about-learning = 6. Læring
about-learning-text = Til sidst kan alle se, hvad der blev lovet, og hvad der blev gjort.
about-privacy = Dine oplysninger
about-privacy-text = Vi gemmer dit navn, din mailadresse og det, du selv giver til et forløb. Ingen kan se, hvad du svarer i en dialog. Der er ingen reklamer og ingen sporing.
about-help = Hjælp
about-contact = Skriv til os: { $contact }
about-help-text = Du kan altid få hjælp af kommunens folk på biblioteket eller i borgerservice. Du behøver ikke en computer for at være med.
about-program = Programmet
about-program-text = Siden kører på Samskab. Det er fri software: kommuner må bruge det, læse det, ændre det og dele det.
about-version = Udgave
about-licence = Licens

# Forløb
spaces-own = Kun mine forløb
spaces-lead = Her arbejder mennesker sammen om én ting ad gangen. Alle kan følge med i de åbne forløb.
space-new = Nyt forløb
space-new-lead = Vælg en opskrift, og giv forløbet et navn. Du bliver forløbets sekretær og kan ændre det meste bagefter.
space-recipe = Hvilken slags forløb?
space-recipe-hint = Opskriften bestemmer, hvilke værktøjer og spørgsmål I begynder med.
space-title = Navn
space-title-hint = Kort og til at huske. For eksempel: Ungepolitik
space-summary = Hvad handler det om?
space-summary-hint = En eller to sætninger, som alle forstår. De står på opslagstavlen.
space-area = Hvor?
space-visibility = Hvem må se det?
visibility-public = Åbent for alle
visibility-registered = For alle, der er logget ind
visibility-members = Kun for holdet
visibility-sealed = Forseglet
visibility-public-long = Alle, også dem, der ikke er logget ind
visibility-registered-long = Alle, der er logget ind
visibility-members-long = Kun dem på holdet
space-level = Hvad skal man logge ind med for at være med?
space-level-hint = Lad den almindelige stå, hvis du er i tvivl. Vælg højere, hvis der kommer til at stå noget om mennesker, som ikke må komme ud.
space-level-beyond = Vil du kræve mere end det her, så log selv ind på en sikrere måde først. Ellers ville du lukke dig selv ude. Du kan også gøre det senere under forløbets indstillinger.
space-create = Opret forløbet
space-settle = Forløbets indstillinger
space-begun = Forløbet blev oprettet
space-opens = Flere kan læse med
space-opens-error = Flere vil kunne læse alt, hvad der allerede er skrevet her. Sæt kryds, når du har set det igennem.
space-opens-seen = Jeg har set det igennem
space-closed = Afsluttet
space-closed-text = Forløbet kan læses, og det, I har aftalt, kan gøres færdigt. Der begyndes ikke på noget nyt.
space-unfinished = Det her er ikke færdigt endnu:
space-unfinished-text = Det kan føres videre, også når forløbet er afsluttet. De, der har lovet noget, kan fortælle, hvordan det går. De, der svarer, kan svare.
space-reopen = Åbn forløbet igen
space-close-title = Afslut forløbet
space-close-text = Når arbejdet er slut, kan I afslutte forløbet. Det kan stadig læses, og I kan åbne det igen.
space-close = Afslut forløbet
space-held = Forløbet holdes tilbage til { $date }, fordi en sag er i gang. Indtil da kan det ikke afsluttes.
done-space-settled = Forløbet er ændret.
done-space-closed = Forløbet er afsluttet.
done-space-reopened = Forløbet er åbent igen.
verb-space-settle = { $who } ændrede forløbets navn, beskrivelse eller synlighed: { $title }
verb-space-close = { $who } afsluttede forløbet
verb-space-reopen = { $who } åbnede forløbet igen
error-closed-title = Forløbet er afsluttet
error-closed = Det kan læses, og det, der er aftalt, kan gøres færdigt. Der kan ikke begyndes på noget nyt. Forløbets sekretær kan åbne det igen.
role-owner = Den, det handler om
role-helper = Hjælper
attempts-title = Hvem har set eller prøvet at se med?
attempts-openings = Nødåbninger
attempts-openings-intro = To personer fra kommunen kan åbne rummet, når ingen af jer kan nås. Her står, hvem det var, hvornår og hvorfor.
attempts-opened = { $asker } og { $second } åbnede rummet
attempts-opened-when = { $date } klokken { $time }
attempts-why = Grunden:
attempts-why-gone = Grunden kan ikke læses mere.
attempts-open-until = Åbent for dem indtil { $date } klokken { $time }
attempts-end = Luk for dem nu
attempts-over = Det er slut. De kan ikke se med mere.
attempts-held = Venter på at blive lukket ind igen
attempts-held-intro = Nogen har ændret, hvordan de her personer logger ind. Derfor kan de ikke se med lige nu. Ring til dem, før du lukker dem ind: Er det virkelig dem?
attempts-let-in = Luk { $name } ind igen
held-back-address = Andre har ændret personens mailadresse.
held-back-letter = Kommunen har lavet et brev, som personen kan logge ind med.
held-back-link = It-driften har lavet et link, som personen kan logge ind med.
held-back-merge = Kommunen har lagt to personer sammen til én.
held-back-opening = Personen fik rollen under en nødåbning.
done-let-in = Personen er lukket ind igen.
done-opening-ended = Nødåbningen er slut.
verb-space-let-in = { $who } lukkede en person ind igen
verb-space-held-back = En person venter på at blive lukket ind igen, fordi måden at logge ind på er ændret
mail-sealed-access-subject = Vigtigt nyt om { $space }
mail-sealed-access-body = Der er sket noget, du skal vide, om hvem der kan se { $space }. Log ind, og læs mere.
mail-sealed-access-action = Læs mere
mail-sealed-news-subject = Der er nyt til dig
mail-sealed-news-body = Der er nyt til dig på { $municipality }s side. Log ind, og læs det. Du kan også ringe til den i kommunen, du plejer at tale med.
mail-sealed-news-action = Log ind
stored-role-held = Roller, der venter på, at nogen lukker dig ind igen
attempts-tries = Forsøg på at se med
attempts-intro = Her står de, der har prøvet at åbne siderne uden at være med. De fik at vide, at siden ikke findes.
attempts-none = Ingen har prøvet.
attempts-who = Hvem
attempts-last = Senest
attempts-times = Gange den dag
stored-space-helper = Hvor du hjælper uden at kunne se med
stored-attempt = Hvornår du har prøvet at åbne noget, der er lukket for dig
error-sealed-destroyed-title = Det er lukket for altid
error-sealed-destroyed = Det, der stod her, kan ingen læse mere. Nøglen til det er ødelagt.
error-sealed-locked-title = Det kan ikke åbnes lige nu
error-sealed-locked = Det, der står her, er låst, og nøglen er ikke på plads. Skriv til kommunen, så dem, der driver programmet, kan lægge den tilbage.
error-held-title = Der er en sag i gang
error-held = Så længe noget holdes tilbage, kan det ikke afsluttes eller slettes. Spørg kommunens administrator.
space-no-sentence = Rammen er ikke skrevet endnu.
space-under = Under { $name }
stage-line = Trin { $number } af 6 · { $name }
step-done = Færdig:
loop-label = Hvor langt er vi
tab-overview = Overblik
tab-activity = Aktivitet
now-title = Det kan du gøre nu
now-nothing = Lige nu er der ikke noget, du skal. Du kan følge med herunder.
as-role = som { $role }
stage-move-title = Når I er klar
stage-move = Når I er færdige her, kan du flytte forløbet videre til { $name }. Alle på holdet får besked.
stage-move-button = Gå videre til { $name }
clock-title = { -Council-the }s svar
clock-to = til svarfristen { $date }
clock-was = Svarfristen var { $date }

# Trinene, når et forløb flytter sig
stage-frame = Banen
stage-team = Holdet
stage-dialogue = Dialogen
stage-decision = Beslutning
stage-deeds = Handling
stage-learning = Læring

# Lokalområder og organisationer
areas-lead = Meget af det vigtige sker tæt på. Her kan du se, hvad der er i gang, hvor du bor.
areas-empty = Kommunen har ikke delt sig op i { -local-area-many }.
area-organisations = Foreninger og steder i området
organisation-association = forening
organisation-business = virksomhed
organisation-institution = institution
organisation-administration = { -administration }
organisation-council = politisk organ

# Log ind
sign-out = Log ud
name-title = Hvad skal vi kalde dig?
name-lead = Navnet står ved det, du skriver og lover. Du kan ændre det når som helst.
name-label = Dit navn
name-hint = Som du gerne vil kaldes

# Min side
mine-hello = Hej { $name }. Her er det, der venter på dig, og det, der kom ud af det, du gav.
mine-invited = Inviteret til
mine-invited-empty = Ingen invitationer lige nu.
mine-next = Det næste
mine-next-empty = Der er ikke noget, du skal lige nu.
mine-promised = Det har jeg lovet
mine-promised-empty = Du har ikke lovet noget. Når du siger ja til en opgave, står den her.
mine-outcome = Det blev det til
mine-outcome-empty = Når du har været med til noget, kan du se her, hvad der kom ud af det.
mine-unsure = Noget af dit viser vi først, når du er logget ind på en sikrere måde.
mine-spaces = Mine forløb
mine-all-spaces = Se alle mine forløb
mine-no-spaces = Du er ikke på et hold endnu.

# Formularer
form-optional = (kan udelades)
form-errors = { $n ->
    [one] Der er én ting, der skal rettes
   *[other] Der er { $n } ting, der skal rettes
}
form-required = Dette felt skal udfyldes.
form-too-long = Teksten er for lang: { $length } tegn. Der er plads til { $max }.
form-email = »{ $text }« er ikke en mailadresse. Skriv den som navn@eksempel.dk.
form-number = »{ $text }« er ikke et helt tal. Skriv for eksempel 300.
form-range = Tallet skal være mellem { $from } og { $to }.
form-money = »{ $text }« er ikke et beløb. Skriv for eksempel 12.500 eller 99,50.
form-date = »{ $text }« er ikke en dato. Skriv for eksempel 1.5.2027.
form-choice = Vælg en af mulighederne på listen.

# Når noget ikke kan lade sig gøre
error-not-found-title = Vi kan ikke vise siden
error-not-found = Enten findes den ikke, eller også er den kun for bestemte mennesker. Hvis du er en af dem, så log ind.
error-sign-in-title = Du skal logge ind
error-sign-in = For at gøre det her skal vi vide, hvem du er. Log ind, så kommer du tilbage hertil.
error-forbidden-title = Det kan du ikke gøre her
error-forbidden = Din rolle i forløbet giver ikke adgang til det. Spørg forløbets sekretær, hvis du mener, den burde.
error-forbidden-office-title = Det har du ikke adgang til
error-forbidden-office = Siden er for dem i kommunen, der har den opgave. Spørg kommunens administrator, hvis du mener, du skal kunne bruge den.
error-taken-title = Det findes i forvejen
error-taken = Nogen var hurtigere, eller du har sendt det samme to gange. Gå tilbage og se, om det allerede er der.
error-too-many-title = Vent lidt
error-too-many = Du har prøvet mange gange på kort tid. Vent nogle minutter, og prøv igen.
error-form-title = Vi kunne ikke læse det, du sendte
error-form = Gå tilbage, indlæs siden igen, og prøv en gang til.
error-internal-title = Noget gik galt hos os
error-reference = Fejlens nummer er { $id }. Skriv det, hvis du beder om hjælp.
error-internal = Det er ikke din skyld, og det, du allerede har gemt, er her stadig. Prøv igen om lidt. Bliver det ved, så skriv til kommunen.

# Det blev gjort
done-space = Forløbet er oprettet. Skriv nu rammen, så alle ved, hvad opgaven er.
done-stage = Forløbet er flyttet, og holdet får besked.

# Aktivitet
verb-space-create = { $who } oprettede forløbet { $title }
verb-space-move = { $who } flyttede forløbet til { $stage }

# Mail
mail-hello = Hej { $name }
mail-goodbye = Venlig hilsen
mail-code-subject = Din kode er { $code }
mail-code-body = Din kode til at logge ind er:

    { $code }

    Koden gælder i { $minutes } minutter og kan bruges én gang. Har du ikke bedt om den, kan du bare slette mailen.
mail-code-action = Log ind
mail-stage-subject = { $space }: nu er vi nået til { $stage }
mail-stage-body = Forløbet »{ $space }« er flyttet videre til { $stage }. På siden kan du se, hvad du kan gøre nu.
mail-stage-action = Se forløbet
former-participant = Tidligere deltager
feed-withheld = (noget, der ikke er for alle)
feed-with-help = (med hjælp fra { $who })
assist-bar-label = Du hjælper en anden
assist-bar = Du hjælper { $name }.
assist-bar-hint = Det, du gør nu, gælder for den, du hjælper. Dit navn står ved siden af.
assist-stop = Stop
error-assisting = Du hjælper en anden lige nu. Denne side må kun personen selv bruge, eller du har ikke ret til at hjælpe her. Tryk på Stop øverst, hvis du vil bruge siden som dig selv.
error-assisting-title = Det kan du ikke på en andens vegne

groups-title = Arbejdsgrupper
groups-none = I en arbejdsgruppe ser nogle af jer nærmere på en del af opgaven. Andre kan også være med.
groups-participants = { $n ->
    [0] Ingen deltagere endnu
    [one] 1 deltager
   *[other] { $n } deltagere
 }
groups-next = næste møde { $when }
group-new = Opret arbejdsgruppe
group-new-lead = Gruppen får sin egen side med hold, møder, aftaler og filer. Sekretær og facilitator er med fra starten.
group-title = Gruppens navn
group-title-hint = Kort og til at huske. For eksempel: Unge på farten
group-task = Gruppens opgave
group-task-hint = En eller to sætninger om, hvad gruppen skal finde ud af. Det står øverst på gruppens side.
group-leader = Hvem er tovholder?
group-leader-hint = Vælg en fra holdet. Tovholderen får besked. I kan også finde en senere.
group-leader-none = Ingen endnu
group-visibility-hint = Gruppen kan ikke være mere åben end det forløb, den hører til.
group-settle = Gruppens indstillinger
group-begun = Gruppen blev oprettet
group-frame-of = { $space }:
group-frame-answer = Svar senest { $date }.
group-frame-more = Se { $space }
done-group = Arbejdsgruppen er oprettet. Inviter nu dem, der skal være med.
verb-space-group = { $named ->
    [no] { $who } oprettede en arbejdsgruppe
   *[other] { $who } oprettede arbejdsgruppen { $title }
 }
group-within-title = Her kan der ikke være arbejdsgrupper
group-within = En arbejdsgruppe kan ikke have grupper under sig. Opret gruppen fra det forløb, den hører til.
group-too-many-title = Der er for mange arbejdsgrupper
group-too-many = Der kan højst være 60 arbejdsgrupper i ét forløb.
group-role-from-above-title = Rollen følger med
group-role-from-above = Sekretær og facilitator har deres rolle i alle arbejdsgrupper. Den slutter først, når de ikke længere har den i det forløb, gruppen hører til.
group-closed-above-title = Forløbet er afsluttet
group-closed-above = Gruppen hører til et forløb, der er afsluttet. Åbn først forløbet igen, og derefter gruppen.
group-follows-title = Gruppen følger sit forløb
group-follows = En arbejdsgruppe står altid på samme trin som det forløb, den hører til.
mail-group-lead-subject = { $group }: du er tovholder
mail-group-lead-body = Du er blevet tovholder for arbejdsgruppen »{ $group }«. På gruppens side kan du invitere deltagere og lægge det første møde.
mail-group-lead-action = Se gruppen
group-close = Afslut gruppen
group-close-text = Når gruppen er færdig, kan I afslutte den. Den kan stadig læses, og I kan åbne den igen.
space-close-groups = { $n ->
    [one] Arbejdsgruppen bliver også afsluttet.
   *[other] De { $n } arbejdsgrupper bliver også afsluttet.
 }
error-back = Tilbage
space-home = Tilbage til { $name }
