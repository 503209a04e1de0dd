# Arkivet: alt fra et forløb i én fil, til kommunens journal- og sagssystem.

space-archive = Arkiv
space-archive-text = Hent alt fra forløbet i én fil, der kan gemmes i kommunens sagssystem.
space-archive-see = Se arkivet

records-title = Arkiv
records-lead = Alt, hvad forløbet har lavet, i én fil. Den kan læses uden det her program, også om mange år.
records-take = Hent arkivet
records-take-text = Filen er en ZIP-fil. Den bliver samlet, mens du henter den. Har I mange filer, tager det nogle minutter.
records-weight = De vedhæftede filer fylder { $size }.
records-take-button = Hent arkivet (ZIP)
records-noted = Alle, der kan se forløbet, kan se i aktiviteten, at du har hentet det.
records-busy-title = Vent et øjeblik
records-busy = Der bliver samlet to andre arkiver lige nu. Prøv igen om et par minutter.
records-left-out = Det er ikke med
records-left-out-text = Det her kan ikke komme med, som det er nu.
records-what = Hvad
records-when = Hvornår
records-day = Dato
records-why = Hvorfor ikke
records-inside = Det er med
records-journal-inside = { $n ->
    [one] Journalen med én handling og dens kontroltal
   *[other] Journalen med { $n } handlinger og deres kontroltal
}
records-last = Sidst hentet
records-last-by = { $when } af { $who }
records-never = Arkivet er ikke hentet endnu.
records-seal = Arkivets segl. Det står også i journalen, så man kan se, at en fil er den rigtige.
records-unsealed = Det blev ikke samlet til ende. Hent det igen.
records-people = Om mennesker
records-people-text = Med er det, alle i forløbet kan se: navne på holdet, det de har skrevet, og det de har besluttet. Ikke med er mailadresser, telefonnumre, hvad folk har brug for til møderne, hvem der har meldt sig til en plads, og hvem der har svaret hvad i dialogen.
records-closed-inside = { $n ->
    [one] Ét dokument er fra et lukket punkt. Det ligger i mappen »lukket« og skal beskyttes.
   *[other] { $n } dokumenter er fra lukkede punkter. De ligger i mappen »lukket« og skal beskyttes.
}
records-index = Indholdsfortegnelse
records-index-text = Dokumenterne er PDF til langtidsopbevaring (PDF/A-2a). De samme oplysninger ligger som data i mappen »data«. Hele indholdet står også i filen indeks.json, som et it-system kan læse.
records-made = Samlet
records-address = Forløbets adresse
records-began = Begyndt
records-ended = Afsluttet
records-closed = Lukkede punkter
records-closed-text = Kun de, der deltog, må læse dokumenterne her. De skal beskyttes i sagssystemet.
records-closed-mark = Lukket punkt. Må kun læses af dem, der deltog. { $ground }
records-check = Er alt her, og er intet ændret?
records-check-text = For hver fil står et fingeraftryk (SHA-256) i indeks.json. Kommandoen »samskab verify archive« med navnet på ZIP-filen regner alle fingeraftryk og hele journalen efter.
records-journal = Journalen, linje for linje
records-journal-part = Journal { $from }–{ $to }
records-erased = (indholdet er slettet)

records-group = Arbejdsgruppe: { $name }
records-groups = Arbejdsgrupperne er med, hver i sin mappe:

record-frame = Rammen
record-team = Holdet
record-agenda = Dagsordener
record-minutes = Referater
record-closed = Lukkede punkter
record-decisions = Beslutninger
record-seats = Pladser og udpegning
record-call = Opslag
record-lot = Lodtrækninger
record-dialogue = Dialoger
record-ideas = Idéer
record-submission = Afleveringer
record-recommendations = Anbefalinger og svar
record-commitments = Aftaler, og hvad der kom ud af dem
record-file = Filer
record-journal = Journal

record-written-by = Skrevet af
record-name = Navn
record-date = Dato
record-role = Rolle
record-about = Titel og sted
record-since = Siden
record-team-lead = Holdet, som det var, da arkivet blev hentet.
record-agenda-of = { $meeting } – dagsorden
record-minutes-of = { $meeting } – referat
record-closed-of = { $meeting } – lukkede punkter
record-minutes-draft = Referatet er et udkast. Det er ikke sendt til godkendelse.
record-closed-promise = Du har ikke sagt, at du kender din tavshedspligt. Gør det på punktets side.
record-closed-unseen = Du må ikke læse punktet. Bed en anden sekretær om at hente arkivet.
record-treatment = Behandling
record-term = Periode
record-holders = Hvem har siddet på pladserne?
record-left = Stoppet
record-what = Hvad
record-seal = Segl
record-lot-check = Kvitteringen for hver lodtrækning ligger i mappen »data«. Enhver kan trække lod igen med den og se, at resultatet er det samme.
record-lot-of = Lodtrækning – { $seat }
record-participants = Deltagere
record-answers = Svar
record-statements = Udsagn
record-standing = Status
record-file-version = { $title } (udgave { $n })

verb-space-archive = { $who } hentede forløbets arkiv
verb-records-seal = Arkivet blev samlet til ende: { $documents } filer, segl { $seal }
