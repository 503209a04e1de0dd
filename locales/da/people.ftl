# Mennesker og organisationer

## På min side
mine-about = Om mig
account-stored = Se hvad der er gemt om mig
account-stored-hint = Og hvem der har set det. Tag en kopi med hjem.
account-correct = Ret mine oplysninger
account-correct-hint = Navn, mail, telefon og adresse.
account-contact = Vælg hvordan jeg hører fra jer
account-contact-hint = Mail, SMS, brev eller telefon, og hvor tit.
account-help = Jeg hjælper en anden
account-help-hint = Svar, stem og skriv for en, der ikke selv kan.
account-merge = Jeg er her to gange
account-merge-hint = Læg to profiler sammen til én.
account-leave = Forlad siden
account-leave-hint = Dit navn og dine oplysninger bliver slettet.

## Hvad er gemt om mig
stored-lead = Her er alt, hvad siden ved om dig. Du kan rette det, tage det med dig og få det slettet.
stored-who = Hvem du er
stored-readings = Hvem har set dine oplysninger
stored-readings-none = Ingen har set dem.
stored-rest = Alt det andet
stored-rest-lead = Tryk på en linje for at se, hvad der ligger i den.
stored-after = Hvis du forlader siden:
stored-more = Her står de { $shown } nyeste af { $total }. Alle er med i din kopi.
stored-rights = Dine rettigheder
stored-rights-text = Du har ret til at se, rette og få slettet det, vi har gemt om dig. Du kan også klage til Datatilsynet.
after-keep = Det bliver stående uden dit navn.
after-delete = Det bliver slettet.
after-empty = Det bliver stående, men ingen kan se, at det var dig.
reading-who = Hvem
reading-what = Hvad
reading-when = Hvornår
reading-program = Siden selv
reading-person = Dine oplysninger og roller
reading-organisation = Din telefon og mail på en forenings side
reading-helped = Dine oplysninger, da en begyndte at hjælpe dig
export-title = Tag det med hjem
export-lead = Du får alt, hvad der er gemt om dig, i én fil.
export-html = Hent til at læse
export-json = Hent til computer
export-hint = Den ene åbner i din browser. Den anden kan et andet program læse.
export-file = mine-oplysninger
export-heading = Hvad { $municipality } har gemt om { $name }
export-made = Hentet { $when }.
came-by = { $when }, skrevet ind af { $who }
none = Ikke oplyst
yes = Ja
no = Nej
choose = Vælg
no-name = Uden navn

field-name = Navn
field-email = Mail
field-phone = Telefon
field-address = Adresse
field-title = Titel
field-organisation = Organisation
field-area = { -Local-area }
field-language = Sprog
field-contact = Sådan når vi dig
field-rhythm = Hvor tit
field-helper = Din hjælper
field-came = Kom til
field-merged = Lagt sammen med
field-space = Forløb
field-role = Rolle
field-since = Siden
field-kind = Slags
field-description = Beskrivelse
field-function = Funktion
field-created-at = Lavet
field-expires-at = Udløber
field-used-at = Brugt
field-first-at = Første gang
field-what = Hvad
field-status = Status
field-due-on = Frist
field-text = Tekst
field-at = Tid
field-subject = Emne
field-body = Besked
field-recipient = Sendt til
field-sent-at = Sendt
field-verb = Hvad du gjorde
field-answered-at = Besvaret
field-answer = Svar
field-accepted = Sagde ja
field-made-at = Lavet
field-added = Nye
field-updated = Rettede
field-undone-at = Fortrudt
field-after = Det, der blev læst ind
field-one-sentence = Rammen i én sætning
field-version = Udgave
field-written-at = Skrevet
field-entered-at = Skrevet ind
field-reason = Begrundelse
field-outcome = Udfald
field-value = Dit svar
field-state = Tilstand
field-provider = Sted
field-label = Kaldt
field-note = Note
field-handled-at = Behandlet
field-last-day = Sidste dag
field-way = Hvordan
field-until = Til og med
field-placed-at = Sat
field-act = Handling
field-kinds = Fundet
field-decided-at = Afgjort
field-uploaded-at = Lagt op
field-key = Nøgle
value-1 = Enig
value-0 = Sprang over
value--1 = Uenig
what-new = Ny
what-updated = Rettet
what-same = Var her i forvejen
contribution-kind-vote = Svar i en dialog
contribution-kind-statement = Udsagn
contribution-kind-dialogue = Dialog
contribution-kind-recommendation = Anbefaling
contribution-kind-commitment = Aftale
contribution-kind-progress = Nyt om en aftale
contribution-kind-file = Fil
contribution-kind-letter = Kom med et brev
contribution-kind-meeting = Møde
notice-outcome-sent = Sendt
notice-outcome-unwanted = Ikke sendt, fordi du har sagt fra
notice-outcome-unreachable = Ikke sendt, fordi vi ikke kunne nå dig
held-outcome-through = Vist
held-outcome-back = Sendt tilbage
held-outcome-expired = Slettet efter 30 dage
statement-state-waiting = Venter på at blive set igennem
statement-state-accepted = Med i dialogen
statement-state-rejected = Ikke med i dialogen
invitation-answer-accepted = Ja
invitation-answer-declined = Nej tak
invitation-answer-withdrawn = Trukket tilbage

stored-session = Steder, du er logget ind
stored-role = Dine roller
stored-contribution = Forløb, du har bidraget til
stored-doer = Det, du har lovet
stored-counterpart = Det, andre har lovet dig
stored-progress = Det, du har fortalt om en aftale
stored-invited = Invitationer, du har sendt
stored-notice = Beskeder, vi har skrevet til dig
stored-organisation = Foreninger og andre, du er med i
stored-read = Hvornår nogen har set oplysningerne
stored-reader = Hvornår du har set andres oplysninger
stored-helped = Dem, du er hjælper for
stored-entered = Dem, du har skrevet ind
stored-merged = Profiler, der er lagt sammen med din
stored-journal = Det, du har gjort
stored-code = Koder til at logge ind
stored-invitation = Invitationer til dig
stored-mail = Mails til dig
stored-word = Ord, du kan findes på
stored-address-change = Mailadresser, du har skiftet til
stored-helper-asked = Dem, du har bedt om hjælp
stored-helper-asked-me = Dem, der har bedt dig om hjælp
stored-organisation-contact = Organisationer, du er kontakt for
stored-import = Lister, du har læst ind
stored-import-undone = Indlæste lister, du har fortrudt
stored-imported = Lister, du stod på
stored-merge-kept = Sammenlægninger med din profil
stored-merge-away = Sammenlægninger væk fra denne profil
stored-merge-made = Sammenlægninger, du har lavet
stored-mandate = Rammer, du har skrevet
stored-acknowledgement = Rammer, du har læst
stored-recommendation = Anbefalinger, du har skrevet
stored-answer = Svar, du har givet for { -council-the }
stored-statement = Udsagn, du har skrevet
stored-judged = Udsagn, du har set igennem
stored-voter = Dialoger, du har svaret i
stored-vote = Dine svar i dialoger

## Ret
correct-name-hint = Som du gerne vil kaldes
correct-email-hint = En ny adresse gælder, når du har skrevet koden, vi sender til den.
correct-phone-hint = Kun de ansatte kan se den.
correct-address-hint = Til breve. Vej og nummer på én linje, postnummer og by på den næste.
correct-title-hint = For eksempel formand eller frivillig. Alle kan se den.
form-phone = Vi kan ikke læse »{ $text }« som et telefonnummer. Skriv otte cifre, eller begynd med + og landets nummer.
form-personal-number = Det ligner et personnummer. Dem gemmer vi aldrig. Slet det.
done-corrected = Dine oplysninger er rettet.
address-title = Skriv koden fra din mail
address-lead = Vi har sendt en kode til den adresse. Skriv koden her, så ved vi, at adressen er din.
address-code = Kode
address-confirm = Det er min adresse
address-send = Send mig en kode
address-wrong-code = Koden passer ikke, eller den er for gammel. Bed om en ny.
done-address = Din nye mailadresse gælder nu.
mail-address-subject = { $code } er din kode
mail-address-body = Skriv koden { $code } på siden. Så ved vi, at adressen er din. Koden gælder i { $minutes } minutter. Har du ikke bedt om den, kan du se bort fra mailen.

## Kontakt
contact-lead = Du bestemmer, hvordan vi når dig, og hvor tit.
contact-mail = Mail
contact-text = SMS
contact-letter = Brev
contact-phone = Telefon
contact-mail-long = Send mig en mail
contact-text-long = Send mig en SMS
contact-letter-long = Send mig et brev
contact-phone-long = Ring til min hjælper eller til mig
contact-no-email = Du har ingen mailadresse her. Skriv den først under Ret mine oplysninger.
contact-no-phone = Du har intet telefonnummer her. Skriv det først under Ret mine oplysninger.
contact-no-address = Du har ingen adresse her. Skriv den først under Ret mine oplysninger.
contact-no-helper = Vi mangler et nummer at ringe til. Skriv dit telefonnummer, eller vælg en hjælper.
rhythm-hint = Haster det inden for to døgn, får du altid besked med det samme.
rhythm-daily = Højst én gang om dagen
rhythm-at-once = Med det samme
rhythm-weekly = En gang om ugen
rhythm-important = Kun det, der haster
rhythm-daily-long = Højst én gang om dagen, samlet
rhythm-at-once-long = Med det samme, hver gang der sker noget
rhythm-weekly-long = En gang om ugen, samlet
rhythm-important-long = Kun det, der ændrer sig inden for to døgn
done-contact = Det er gemt. Sådan hører du fra os nu.
helper-title = En hjælper
helper-lead = En hjælper er en, du stoler på: et barn, en nabo, en ven. Hjælperen kan svare og skrive for dig. Det står altid ved siden af, at du fik hjælp.
helper-is = Din hjælper er { $name }.
helper-end = Slut med hjælperen
helper-waiting = { $name } er spurgt { $when } og har ikke svaret endnu.
helper-email = Hjælperens mailadresse
helper-email-hint = Hjælperen skal selv have en profil her og sige ja.
helper-ask = Spørg om hjælp
helper-myself = Det er din egen adresse. Skriv hjælperens.
helper-asks-you = { $name } beder dig om hjælp
helper-asks-you-text = Siger du ja, kan du svare og skrive for personen. Dit navn står ved siden af.
helper-yes = Ja, jeg vil hjælpe
helper-no = Nej tak
done-helper-asked = Er der en med den adresse, har vi spurgt.
done-helper-yes = Tak. Du er nu hjælper.
done-helper-no = Du har sagt nej.
done-helper-ended = Du har ingen hjælper nu.
mail-helper-subject = { $who } beder dig om hjælp
mail-helper-body = { $who } vil gerne have dig som hjælper. Siger du ja, kan du svare og skrive for { $who }.
mail-helper-action = Svar
mail-helper-yes-subject = { $who } vil hjælpe dig
mail-helper-yes-body = { $who } har sagt ja til at være din hjælper.
mail-helper-yes-action = Se din hjælper
mail-helper-no-subject = { $who } kan ikke hjælpe
mail-helper-no-body = { $who } har sagt nej til at være din hjælper. Du kan spørge en anden.
mail-helper-no-action = Spørg en anden

## Hjælp
help-lead = Du kan svare, stemme og skrive for en, der ikke selv kan. Alt gælder for den, du hjælper. Dit navn står ved siden af.
help-named = De har valgt dig som hjælper
help-start = Hjælp { $name }
help-find = Find den, du vil hjælpe
help-new = Er personen ikke her?
help-new-lead = Et navn er nok. Har personen en telefon eller en adresse, kan vi give besked senere.
help-enter = Skriv ind og begynd at hjælpe
help-nobody = Ingen har valgt dig som hjælper
help-nobody-text = En, der vil have din hjælp, vælger dig på sin egen side under »Vælg hvordan jeg hører fra jer«.
done-helping = Du hjælper nu. Tryk på Stop øverst, når I er færdige.
done-helped = Du bruger siden som dig selv igen.
error-may-not-help = Du kan ikke hjælpe den person. Kun en hjælper, som personen selv har valgt, eller en ansat i forløbet må det. Ansatte kan ikke hjælpe hinanden på denne måde.
error-may-not-help-title = Det kan du ikke

## Forlad
leave-site-lead = Du kan forlade siden når som helst. Det kan ikke fortrydes.
leave-not-now = Du kan ikke forlade siden lige nu.
leave-last-administrator = Du er den eneste administrator. Giv først rollen til en anden.
leave-held = Noget om dig skal gemmes til og med { $date }, fordi det indgår i en sag. Spørg kommunen.
leave-persona = Demonstrationen skal bruge sine fem personer. I en rigtig kommune kan alle forlade siden her.
leave-goes = Det forsvinder
leave-goes-1 = Dit navn, din mail, din telefon og din adresse
leave-goes-2 = Dine roller og din plads på holdene
leave-goes-3 = Vores beskeder til dig
leave-goes-4 = Forbindelsen mellem dig og dine svar i dialoger
leave-stays = Det bliver
leave-stays-1 = Det, du har skrevet, så andre har kunnet læse det. Der står »Tidligere deltager« i stedet for dit navn.
leave-stays-2 = Dine svar i dialoger tæller stadig. Ingen kan se, at de er dine.
leave-stays-3 = At der blev gjort noget, og hvornår. Det er et regnskab, som ikke må ændres.
leave-take-first = Se og hent først det, der er gemt om dig
leave-promises = { $n ->
    [one] Én aftale er ikke færdig
   *[other] { $n } aftaler er ikke færdige
}
leave-promises-text = Giv dem helst videre først. Ellers siger vi til den, du har aftalen med, at du ikke er her mere.
leave-with = aftalt med { $name }
leave-for = lovet af { $name }
leave-promises-tell = Sig det til dem, jeg har aftaler med
leave-promises-short = Aftaler
leave-promises-missing = Sæt kryds, så de får besked, eller giv aftalerne videre først.
leave-sure = Ja, slet mine oplysninger. Jeg ved, at det ikke kan fortrydes.
leave-sure-short = Sikker
leave-sure-missing = Sæt kryds, hvis du er sikker.
leave-now = Forlad siden
leave-stay = Jeg bliver
done-left-all = Dine oplysninger er slettet, og du er logget ud. Tak for det, du gav.
error-cannot-leave = Noget står i vejen for, at du kan forlade siden. Se hvad på din egen side.
error-cannot-leave-title = Du kan ikke forlade siden lige nu
mail-left-subject = En aftale mangler en person
mail-left-body = Den, du havde aftalen »{ $what }« med i { $space }, har forladt siden. Find en anden, eller luk aftalen.
mail-left-action = Se aftalen

## Personer
people-admin = Find en person
people-admin-hint = Oplysninger, roller og hvordan de kan nås.
people-title = Personer
people-search = Søg efter navn, mail eller telefon
people-search-hint = Begyndelsen af ordene er nok.
people-search-button = Søg
people-newest = De nyeste
people-found = Fundet på »{ $query }«
people-reached = Nås med
person-cannot-be-told = Brev, men der er ingen adresse: vi kan ikke skrive til personen.
people-none-found = Ingen fundet på »{ $query }«
people-none-text = Prøv med færre bogstaver, eller skriv personen ind.
people-noted = Personen kan se på sin egen side, at du har set oplysningerne.
person-new = Skriv en person ind
person-change = Ret oplysninger
person-email-hint = Kan udelades. Uden mail får personen brev eller opkald.
person-organisation-hint = Den, personen taler for.
person-there = { $name } har allerede den adresse.
person-left = Personen har forladt siden.
person-merged = Denne profil er lagt sammen med en anden.
person-merged-link = Se den
person-held = Skal gemmes til og med { $date }: { $reason }
person-contact = Kontakt
person-sessions = Logget ind
person-sessions-n = { $n ->
    [0] Nej
    [one] Ét sted
   *[other] { $n } steder
}
person-end-sessions = Log ud overalt
person-letter = Lav et brev med kode
person-merge = Læg sammen med en anden
person-roles = Roller
person-no-roles = Ingen roller.
person-organisations = Organisationer
person-no-organisations = Er ikke med i nogen.
role-administrator = Administrator
field-payload = Indhold
role-municipal = Hele kommunen
role-take = Fjern rollen
role-give = Giv rollen
role-give-municipal = Giv en rolle i hele kommunen
role-give-space = Giv en rolle i et forløb
done-person-added = Personen er skrevet ind.
done-person-changed = Oplysningerne er rettet.
done-role-given = Rollen er givet.
done-role-taken = Rollen er fjernet.
done-sessions-ended = Personen er logget ud overalt.
error-last-administrator = Det er den eneste administrator. Giv først rollen til en anden.
error-last-administrator-title = Der skal være en administrator
error-has-left = Personen er her ikke mere, eller profilen er lagt sammen med en anden.
error-has-left-title = Det kan ikke lade sig gøre

## To bliver til én
merge-title = Læg to profiler sammen
merge-lead = Er det det samme menneske? Så bliver de to til én. Vælg den, der skal blive.
merge-lead-own = Begge adresser er dine. Vælg den profil, du vil beholde.
merge-keep = Behold denne
merge-has = Her ligger
merge-has-nothing = Intet.
merge-what = Alt flytter til den, du beholder: roller, aftaler, det skrevne og måder at logge ind på. Har begge svaret i samme dialog, tæller kun svarene fra den, du beholder.
merge-undo-days = Det kan fortrydes i 30 dage.
merge-do = Læg sammen
merge-find = Hvem er den samme som { $name }?
merge-compare = Sammenlign
merge-done = Lagt sammen
merge-by = af { $who }, { $when }
merge-undone = Fortrudt.
merge-undo = Skil ad igen
merge-own-lead = Har du to profiler her, kan du lægge dem sammen. Du skal vise, at begge er dine.
merge-own-email = Mailadressen på den anden profil
merge-own-email-hint = Vi sender en kode til den.
merge-own-address = Den adresse har du allerede på denne profil. Skriv den andens.
done-merged = De to er nu én.
done-merged-own = Dine to profiler er nu én.
done-unmerged = De er skilt ad igen.
error-cannot-merge = De to kan ikke lægges sammen. Måske er den ene allerede lagt sammen med en anden, eller har forladt siden. Behold den anden, hvis det er en af demonstrationens personer.
error-cannot-merge-title = Det kan ikke lade sig gøre
error-cannot-unmerge = Det kan ikke fortrydes mere. Der er gået mere end 30 dage, eller profilen er siden lagt sammen med en tredje.
error-cannot-unmerge-title = Det er for sent

## Læs en liste ind
people-import = Læs en liste ind
people-import-hint = Fra et regneark, med et kig før noget sker.
import-list-lead = Har du en liste i et regneark, kan du læse den ind på én gang. Du ser først, hvad der vil ske med hver linje. Intet sker, før du siger til.
import-file = Vælg en fil
import-file-hint = Gem regnearket som CSV. Komma, semikolon eller tabulator er lige godt.
import-text = Eller sæt listen ind her
import-text-hint = Marker cellerne i regnearket, og sæt dem ind. Første linje er overskrifterne.
import-where = Hvor hører de til?
import-where-text = Alle kommer med i kommunen. Du kan også give dem en rolle i et forløb eller en plads i en organisation.
import-no-space = Intet forløb
import-role = Rolle i forløbet
import-role-hint = Vælg kun, hvis du har valgt et forløb.
import-welcome = Send en velkomst til de nye, der har en mail
import-welcome-hint = Ellers får ingen besked.
import-look = Se hvad der vil ske
import-before = Lister, der er læst ind
import-when = Hvornår
import-by = Af
import-what = Resultat
import-sum = { $added } nye, { $updated } rettede, { $bad } ikke læst ind
import-is-undone = Fortrudt
import-empty = Listen er tom. Vælg en fil, eller sæt listen ind.
import-only-headings = Der er kun overskrifter. Tag også linjerne med.
import-too-long = Listen er for lang. Del den, så der højst er 5.000 linjer i hver.
import-no-text = Det er ikke en tekstfil. Gem regnearket som CSV, og prøv igen.
import-look-title = Det vil der ske
import-nothing-yet = Intet er gemt endnu.
import-will = Hvis du læser listen ind
import-will-add = { $n ->
    [one] Én ny person
   *[other] { $n } nye personer
}
import-will-update = { $n ->
    [one] Én får noget skrevet til, der manglede
   *[other] { $n } får noget skrevet til, der manglede
}
import-will-same = { $n ->
    [one] Én er her allerede
   *[other] { $n } er her allerede
}
import-will-not = { $n ->
    [one] Én linje kan ikke læses ind
   *[other] { $n } linjer kan ikke læses ind
}
import-do = { $n ->
    [one] Indlæs én person
   *[other] Indlæs { $n } personer
}
import-to-municipality = De kommer med i kommunen.
import-to-space = De får rollen »{ $role }« i { $space }.
import-to-organisation = De kommer med i { $name }.
import-to-area = De nye hører til { $name }.
import-welcome-yes = De nye med en mail får en velkomst.
import-welcome-no = Ingen får besked.
import-columns = Kolonnerne: er de forstået rigtigt?
import-columns-text = Vælg, hvad hver kolonne er. Se så igen, hvad der vil ske.
import-column = Kolonne
import-example = Eksempel
import-holds = Er
import-skip = Brug den ikke
import-again = Se igen
import-field-name = Navn
import-field-first-name = Fornavn
import-field-last-name = Efternavn
import-field-email = Mail
import-field-phone = Telefon
import-field-address = Adresse
import-field-postcode = Postnummer
import-field-city = By
import-field-title = Titel eller funktion
import-field-organisation = Organisation
import-rows = Linje for linje
import-line = Linje
import-line-n = Linje { $n }
import-fate = Det sker
import-new = Ny
import-same = Er her allerede
import-updated = Får: { $fields }
import-hidden = { $n ->
    [one] Én linje mere uden fejl er ikke vist.
   *[other] { $n } linjer mere uden fejl er ikke vist.
}
import-fault = Fejl
import-cure = Gør sådan
import-bad-cells = Linjen har { $text } celler, flere end der er overskrifter
import-bad-cells-cure = Se efter et skilletegn for meget, eller sæt anførselstegn om teksten.
import-bad-personal-number = Et personnummer
import-bad-personal-number-cure = Slet det fra listen. Personnumre gemmes aldrig her.
import-bad-no-name = Navnet mangler
import-bad-no-name-cure = Skriv et navn, eller vælg den rigtige kolonne til navn.
import-bad-long-name = Navnet er for langt: »{ $text }…«
import-bad-long-name-cure = Højst 80 tegn. Se efter, om to celler er gledet sammen.
import-bad-email = »{ $text }« er ikke en mailadresse
import-bad-email-cure = Ret adressen, eller lad cellen være tom.
import-bad-phone = »{ $text }« er ikke et telefonnummer
import-bad-phone-cure = Skriv otte cifre, eller begynd med + og landets nummer.
import-bad-long-address = Adressen er for lang: »{ $text }…«
import-bad-long-address-cure = Højst 300 tegn.
import-bad-organisation = Vi kender ikke »{ $text }«
import-bad-organisation-cure = Skriv navnet som under Organisationer, eller lav den der først.
import-bad-twice = Samme mailadresse som i linje { $text }
import-bad-twice-cure = Slet den ene linje, eller giv hver sin adresse.
import-bad-same-person = { $text } står på listen to gange
import-bad-same-person-cure = Slet den ene linje.
import-result = Listen er læst ind
import-made = { $who }, { $when }.
import-was-undone = Indlæsningen er fortrudt
import-did-add = { $n ->
    [one] Én ny person
   *[other] { $n } nye personer
}
import-did-update = { $n ->
    [one] Én fik noget skrevet til
   *[other] { $n } fik noget skrevet til
}
import-did-not = { $n ->
    [one] Én linje blev ikke læst ind
   *[other] { $n } linjer blev ikke læst ind
}
import-was-new = Ny
import-was-updated = Fik noget skrevet til
import-bad-file = Hent linjerne med fejl
import-bad-file-hint = Ret dem i filen, og læs den ind igen. Filen ligger her i 30 dage.
import-undo = Fortryd indlæsningen
import-undo-hint = De nye bliver fjernet, hvis de ikke har været her siden. Det, der blev skrevet til, bliver taget væk igen.
import-left = { $n ->
    [one] Én kunne ikke føres tilbage
   *[other] { $n } kunne ikke føres tilbage
}
import-left-mail = har fået en besked
import-left-again = står også på en anden liste
import-left-signed-in = har været her siden
import-left-used = er brugt et andet sted
import-left-changed = er rettet siden
done-list-imported = Listen er læst ind.
done-import-undone = Indlæsningen er fortrudt.
error-import-undone = Den indlæsning er allerede fortrudt.
error-import-undone-title = Allerede fortrudt
mail-welcome-subject = Velkommen til { $municipality }
mail-welcome-body = Du er skrevet ind hos { $municipality }. Log ind med denne mailadresse, så kan du se, hvad der sker, og rette det, vi har gemt om dig.
mail-welcome-action = Log ind

## Organisationer
people-organisations = Se organisationer
people-organisations-hint = Foreninger, virksomheder, institutioner og deres folk.
organisations-title = Organisationer
organisations-lead = Foreninger, virksomheder, institutioner og kommunens egne. En person kan være med i flere.
organisations-none = Der er ingen endnu
organisations-none-text = Lav den første. Så kan aftaler og personer knyttes til den.
organisation-new = Lav en organisation
organisation-change = Ret organisationen
organisation-there = Den findes allerede. Vælg et andet navn.
organisation-description-hint = Hvad laver I? Alle kan se det.
organisation-see-public = Se siden, som alle ser den
organisation-contact = Kontakt
organisation-contact-is = Kontakt: { $name }
organisation-people = Folk
organisation-no-people = Ingen endnu.
organisation-reach = Kan nås på
organisation-make-contact = Gør til kontakt
organisation-remove = Fjern
organisation-add = Føj en person til
organisation-add-button = Føj til
organisation-spaces = Er med i
organisation-no-spaces = Ingen åbne forløb endnu.
organisation-association-many = Foreninger
organisation-business-many = Virksomheder
organisation-institution-many = Institutioner
organisation-administration-many = { -Administration-many }
organisation-council-many = Råd
done-organisation = Organisationen er gemt.
done-organisation-people = Folkene er rettet.

## Lokalområder
people-areas = Ret { -local-area-many }
people-areas-hint = Byer og egne, som forløb hører til.
areas-title = { -Local-area-many }
areas-admin-lead = Forløb, organisationer og personer kan høre til { -local-area-a }.
areas-none = Der er ingen endnu.
area-inhabitants = Hvor mange bor der?
area-inhabitants-hint = Et rundt tal er nok. Det bruges til at se, hvor der er få tilbud i netværket.
area-inhabitants-n = { $n } bor her
area-new = Lav { -local-area-a }
area-add = Lav
area-change = Ret
area-delete = Slet
area-name-hint = Som folk kalder det
area-description-hint = En eller to sætninger. Alle kan se dem.
area-there = Det findes allerede. Vælg et andet navn.
area-used-by = Bruges af
area-used = { $spaces } forløb, { $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisationer
  }, { $people ->
    [one] 1 person
   *[other] { $people } personer
  }
area-unused = Intet
done-area = { -Local-area-the } er gemt.
done-area-deleted = { -Local-area-the } er slettet.
error-area-used = Noget hører til { -local-area-the }. Flyt det først.
error-area-used-title = { -Local-area-the } er i brug

## I journalen
verb-people-leave = { $who } forlod siden
verb-people-add = { $who } skrev en person ind
verb-people-change = { $who } rettede en persons oplysninger
verb-people-give-role = { $who } gav en person rollen »{ $role }«
verb-people-take-role = { $who } tog rollen »{ $role }« fra en person
verb-people-end-sessions = { $who } loggede en person ud overalt
verb-people-import = { $who } læste en liste ind: { $added } nye, { $updated } rettede
verb-people-undo-import = { $who } fortrød en indlæst liste
verb-people-merge = { $who } lagde to profiler sammen
verb-people-undo-merge = { $who } skilte to profiler ad igen
verb-people-organisation = { $who } rettede organisationen { $title }
verb-people-organisation-people = { $who } rettede folkene i { $title }
verb-people-area = { $who } rettede { -local-area-the } { $title }
verb-people-delete-area = { $who } slettede { -local-area-the } { $title }

## Gjort med hjælp
helped-title = Det har nogen hjulpet dig med
helped-lead = Kan du ikke kende det, så skriv til kommunen.
helped-who = Hvem hjalp
helped-times = { $what } ({ $n } gange)
act-dialogue-vote = Stemte på udsagn
act-dialogue-state = Skrev et udsagn
act-files-receive = Sendte en fil
act-guard-hold = Bad en kollega se på en tekst
act-other = Gjorde noget i forløbet
stored-assisted = Det, nogen har hjulpet dig med
stored-assisted-other = Det, du har hjulpet andre med
field-times = Antal gange
field-last-at = Senest
