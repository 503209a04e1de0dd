# Beskeder: det, der skrives i mails, breve og sms'er, og siderne om dem.

mail-hello-nameless = Hej
mail-why = Du får denne mail, fordi du er med i et forløb. På din side kan du se, hvad du er med i.
mail-why-direct = Du får denne mail, fordi nogen har skrevet til netop dig gennem kommunens side.
mail-why-own = Du får denne mail, fordi den handler om dig og din side hos kommunen.
mail-leave = Få færre mails, eller slå dem fra
mail-moment = { $date } kl. { $time }
mail-test-subject = Prøve: beskeder når frem
mail-test-body = Du bad om en prøve. Når du læser dette, virker det.
mail-test-action = Se, hvad der bliver sendt
digest-intro = Her er { $n } nyheder til dig, den nyeste først.
digest-intro-more = Der er { $n } nyheder til dig. Her er de { $shown } nyeste. Resten finder du på din side.
digest-subject = { $n } nyheder fra { $from }
digest-and = { $one } og { $other }

# Færre mails
less-title = Hvor meget vil du høre?
less-lead = Du bestemmer selv. Du kan altid fortryde.
less-space = Kun dette: { $space }
less-space-detail = Du hører ikke mere herfra. Du er stadig med.
less-space-button = Slå fra
less-important = Kun det, der haster
less-important-detail = Du hører kun fra os, når noget sker inden for to døgn, eller nogen venter på dit svar.
less-important-button = Kun det vigtige
less-everything = Ingen mails
less-everything-detail = Du får kun koder til at logge ind, og invitationer til dig selv.
less-address-detail = Vi skriver ikke mere til denne adresse. Du kan stadig få en kode, når du vil logge ind.
less-everything-button = Slå alt fra
less-is-space = Du får ikke mere mail om { $space }.
less-is-important = Du får kun mail om det, der haster.
less-is-everything = Du får ikke flere mails fra os.
less-undo = Fortryd
less-more = Når du er logget ind, kan du se alle beskeder til dig:
less-done = Du får ikke flere af disse mails.
done-less-chosen = Det er gjort.
done-less-undone = Det er fortrudt. Du hører fra os igen.

# Udbakken
admin-messages = Se, om beskeder når frem
admin-messages-hint = Hvad der venter, er sendt, eller ikke kom frem. Send igen, eller prøv selv.
admin-post = Udskriv breve
admin-post-hint = Til dem, der gerne vil have brev.
admin-calls = Ring til dem, der vil ringes op
admin-calls-hint = Hvem, og hvad de skal vide.
outbox-title = Beskeder
outbox-lead = Alt, der er på vej til nogen, og om det kom frem.
outbox-no-mail = Der er ikke sat mail op.
outbox-no-mail-cure = Mails venter her. Det gælder også koder til at logge ind. Den, der driver programmet, skal skrive kommunens mailserver i indstillingerne under [mail].
outbox-no-mail-short = Mail er ikke sat op
outbox-failed = { $n ->
    [one] { $n } besked kom ikke frem.
   *[other] { $n } beskeder kom ikke frem.
}
outbox-failed-cure = Se hvorfor, og send dem igen, når det er rettet.
outbox-failed-short = { $n ->
    [one] { $n } kom ikke frem
   *[other] { $n } kom ikke frem
}
outbox-see-failed = Se dem
outbox-resend-all = Send alle igen
outbox-waiting = På vej
outbox-oldest = den ældste fra { $when }
outbox-sent-day = Sendt det sidste døgn
outbox-sent-hour = { $n } den sidste time
outbox-notices = Samles til senere
outbox-notices-detail = { $n ->
    [one] nyhed, der kommer i en samlet mail
   *[other] nyheder, der kommer i en samlet mail
}
outbox-unreached = Adresser, der svarer nej
outbox-lost = { $n ->
    [one] { $n } nyhed i 30 dage havde ingen vej frem
   *[other] { $n } nyheder i 30 dage havde ingen vej frem
}
outbox-filter = Vælg, hvad du vil se
outbox-all = Alle
outbox-all-ways = Alle veje
outbox-state-waiting = Venter
outbox-state-sent = Sendt
outbox-state-failed = Kom ikke frem
outbox-state-stopped = Stoppet
outbox-way-mail = Mail
outbox-way-text = Sms
outbox-way-letter = Brev
outbox-way-phone = Opringning
outbox-empty = Der er ingen
outbox-empty-text = Når der bliver sendt noget, står det her.
outbox-what = Hvad
outbox-to = Til
outbox-when = Hvornår
outbox-state = Status
outbox-older = Se ældre
outbox-test = Prøv, om det virker
outbox-test-detail = Vi sender en kort besked til dig selv.
outbox-test-mail = Send mig en mail
outbox-test-text = Send mig en sms
outbox-no-text = Der er ikke sat sms op. De, der vil have sms, får mail i stedet.
message-secret = Kun for modtageren
message-secret-why = Koder til at logge ind og andre private beskeder bliver ikke vist for andre.
message-emptied = Teksten er slettet. Den bliver kun gemt en tid.
message-link-hidden = Linket er kun til modtageren og bliver ikke vist her.
message-tries = Forsøg
message-next-try = Vi prøver igen: { $when }.
message-answer = Se, hvad serveren svarede
message-resend = Send igen
message-stop = Send den ikke
message-read-noted = Modtageren kan se på sin egen side, at du har læst beskeden.
message-error-address = Modtagerens mailserver kender ikke adressen.
message-error-full = Modtagerens postkasse er fuld.
message-error-account = Kommunens mailserver tager ikke imod vores brugernavn eller kodeord.
message-error-tls = Vi kan ikke få en sikker forbindelse til serveren.
message-error-server = Vi kan ikke få fat i serveren.
message-error-later = Modtagerens server vil have, at vi prøver senere.
message-error-gateway = Sms-tjenesten tog ikke imod beskeden.
message-error-other = Serveren svarede noget, vi ikke kender.
reading-message = En besked til dig
done-message-again = Beskeden bliver sendt igen.
done-messages-again = Beskederne bliver sendt igen.
done-message-stopped = Beskeden bliver ikke sendt.
done-message-test = Prøven er på vej. Her kan du se, om den kom af sted.
done-message-test-waits = Prøven venter. Der er ikke sat mail op endnu, så den kan ikke komme af sted.
error-message-gone = Det er allerede gjort. Måske var en anden hurtigere. Se listen igen.
error-message-gone-title = Det er allerede gjort
error-no-address = Vi har ikke den adresse eller det nummer på dig. Skriv det på din egen side først.
error-no-address-title = Der mangler en adresse
verb-messages-resend = { $who } sendte beskeder igen: { $n }
verb-messages-stop = { $who } stoppede en besked
verb-messages-print = { $who } udskrev breve: { $n }

# Breve
post-title = Breve
post-lead = Til dem, der har valgt brev. Brevene samles hver mandag. Det, der haster, kommer med det samme.
post-print = { $n ->
    [one] Udskriv { $n } brev
   *[other] Udskriv { $n } breve
}
post-mark = De er udskrevet
post-hint = Hvert brev fylder en side. Adressen passer til en kuvert med rude i venstre side. Tryk på »De er udskrevet«, når de er sendt.
post-empty = Der er ingen breve
post-empty-text = Når der er nyt til nogen, der vil have brev, ligger det her.
post-printed = Udskrevet før
post-week = Uge { $number }, { $year }
post-to-waiting = Se dem, der venter
post-count = { $n ->
    [one] { $n } brev
   *[other] { $n } breve
}
post-read-more = Læs mere på { $address }. Du kan også få hjælp på biblioteket eller i borgerservice.
post-other-way = Vil du hellere ringes op eller have mail? Så sig det til kommunen.
post-waiting-short = { $n ->
    [one] { $n } brev venter
   *[other] { $n } breve venter
}
done-post-printed = Brevene er skrevet op som sendt.

# Opringninger
calls-title = Ring
calls-lead = De har valgt at blive ringet op. Sig, hvad der er nyt, og skriv, hvad de svarede.
calls-empty = Der er ingen at ringe til
calls-empty-text = Når der er nyt til nogen, der vil ringes op, står de her.
calls-number = Tlf. { $number }
calls-helper = { $helper } hjælper og siger det videre.
calls-helper-number = { $helper } hjælper og siger det videre. Tlf. { $number }
calls-note = Note
calls-note-hint = For eksempel: kommer gerne på tirsdag
calls-told = Jeg har fortalt det
calls-made = Ringet for nylig
calls-made-line = { $teller } fortalte det til { $person }
calls-waiting-short = { $n ->
    [one] { $n } venter på et opkald
   *[other] { $n } venter på et opkald
}
own-calls-title = Sig det videre
own-calls-lead = Du hjælper nogen med at følge med. Fortæl dem, hvad der er nyt.
own-calls-empty = Når der er nyt til dem, du hjælper, står det her.
done-told = Tak. Det er skrevet op.

# Beskeder til mig
account-messages = Beskeder til dig
account-messages-hint = Alt, vi har fortalt dig, og hvad du har slået fra.
own-rhythm-daily = Du får højst én samlet besked om dagen.
own-rhythm-at-once = Du får besked med det samme.
own-rhythm-weekly = Du får én samlet besked om ugen, om mandagen.
own-rhythm-important = Du får kun besked om det, der haster.
own-contact-mail = Den kommer som mail.
own-contact-text = Den kommer som sms.
own-contact-letter = Den kommer som brev.
own-contact-phone = Du bliver ringet op.
own-change = Skift hvor tit og hvordan
own-muted = Slået fra
own-muted-all = Alle mails
own-hear-again = Slå til igen
own-told = Det har vi fortalt dig
own-told-empty = Der er ikke noget endnu.
own-sent = Sendt
own-sent-mail = Sendt som mail
own-sent-text = Sendt som sms
own-sent-letter = Sendt som brev
own-sent-phone = Fortalt på telefon
own-unwanted = Slået fra
own-unreachable = Ingen vej frem
own-waiting = Kommer senere
unreached-mail = Vi kan ikke nå dig på mail.
unreached-text = Vi kan ikke nå dig på sms.
unreached-since = Den sidste besked kom retur ({ $when }). Ret din adresse eller dit nummer, så virker det igen.
done-hear-again = Du hører fra os igen.

# Det, der er gemt om dig
stored-told = Beskeder til dig
stored-digest = Hvornår du sidst fik en samlet besked
stored-mute = Det, du ikke vil høre om
stored-unreached = Adresser, hvor vi ikke kan nå dig
stored-call = Opkald, du står for
stored-done = Breve og opkald, du har klaret

# Postkassen i demonstrationen
mailbox-html = Sådan ser mailen ud
mailbox-plain = Teksten
mailbox-way = Vej
mailbox-letter-text = Et brev bliver skrevet ud af kommunen. Se det under Administration, Breve.
